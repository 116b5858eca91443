import type { MlDialect } from "./ml-dialect.js";
import { nameXml } from "./ml-item.js";
import type { ContentConstraint } from "./model.js";
import { element, textElement } from "./xml.js";

/** What data there are: one region with the codes of each dimension and the periods from first to last. */
export function constraintXml(dialect: MlDialect, one: ContentConstraint): string {
  const { element: name, kind, actual, region } = dialect.constraint;
  const key = (id: string, ...values: readonly string[]) => element(`${region}:KeyValue`, { id }, ...values);
  const keys = Object.entries(one.codes)
    .filter(([, codes]) => codes.length > 0)
    .map(([id, codes]) => key(id, ...codes.map((code) => textElement(`${region}:Value`, code))));
  const range = (first: string, last: string) =>
    element(
      `${region}:TimeRange`,
      {},
      textElement(`${region}:StartPeriod`, first),
      textElement(`${region}:EndPeriod`, last),
    );
  const { periods, dataflow } = one;
  const time = periods ? key(dataflow.structure.time.id, range(periods.first, periods.last)) : "";
  return element(
    name,
    { ...dialect.maintained(kind, one), ...actual },
    nameXml(one),
    element("str:ConstraintAttachment", {}, dialect.refer("str:Dataflow", "Dataflow", dataflow)),
    element("str:CubeRegion", { include: "true" }, ...keys, time),
  );
}
