import { element, textElement, XML_DECLARATION } from "../../sdmx/xml.js";
import { FAULTS, type Fault } from "../errors.js";
import { accepted } from "../http/accept.js";
import type { RestVersion } from "./formats.js";

const NAMESPACE = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1";

/** Body of an error, and what it is. */
export interface ErrorBody {
  readonly contentType: string;
  readonly body: string;
}

/**
 * An error as SDMX tells it: the error message of SDMX-ML, or the `errors` of SDMX-JSON. Which of the two is by the
 * Accept header; without one, XML in version 1 and JSON in version 2.
 */
export function errorBody(
  version: RestVersion,
  accept: string | undefined,
  fault: Fault,
  message: string,
): ErrorBody {
  const [wanted] = accepted(accept ?? "").flatMap(({ name }) =>
    /xml/.test(name) ? ["xml"] : /json|csv/.test(name) ? ["json"] : [],
  );
  const { code, title } = FAULTS[fault];
  if ((wanted ?? (version === 1 ? "xml" : "json")) === "json")
    return {
      contentType: "application/json; charset=utf-8",
      body: `${JSON.stringify({ errors: [{ code, title, detail: message }] })}\n`,
    };
  const told = element(
    "mes:ErrorMessage",
    { code: String(code) },
    ...[title, message].map((text) => textElement("com:Text", text)),
  );
  return {
    contentType: "application/xml; charset=utf-8",
    body: `${XML_DECLARATION}${element("mes:Error", { "xmlns:mes": `${NAMESPACE}/message`, "xmlns:com": `${NAMESPACE}/common` }, told)}\n`,
  };
}
