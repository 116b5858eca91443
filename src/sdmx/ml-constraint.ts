import type { MlDialect } from "./ml-dialect.js";
import { nameXml } from "./ml-item.js";
import type { ContentConstraint } from "./model.js";
import { element, textElement } from "./xml.js";

/** What data there are: one region with the codes of each dimension that occur, and the periods. */
export function constraintXml(dialect: MlDialect, one: ContentConstraint): string {
  const { element: name, kind, actual, region, periods } = dialect.constraint;
  const head = [{ ...dialect.maintained(kind, one), ...actual }, nameXml(one)] as const;
  if (one.stub) return element(name, ...head);
  const key = (id: string, values: readonly string[]) => element(`${region}:KeyValue`, { id }, ...values);
  const keys = Object.entries(one.codes)
    .filter(([, codes]) => codes.length > 0)
    .map(([id, codes]) =>
      key(
        id,
        codes.map((code) => textElement(`${region}:Value`, code)),
      ),
    );
  const time = one.periods.length > 0 ? key(one.dataflow.structure.time.id, periods(one.periods)) : "";
  return element(
    name,
    ...head,
    element("str:ConstraintAttachment", {}, dialect.refer("str:Dataflow", "Dataflow", one.dataflow)),
    element("str:CubeRegion", { include: "true" }, ...keys, time),
  );
}
