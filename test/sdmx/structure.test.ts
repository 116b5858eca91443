import { mkdirSync, writeFileSync } from "node:fs";
import { describe, it } from "vitest";
import { writeCsv1, writeCsv2 } from "../../src/sdmx/csv.js";
import { writeJson1, writeJson2 } from "../../src/sdmx/json-data.js";
import { writeStructuresJson1, writeStructuresJson2 } from "../../src/sdmx/json-structure.js";
import { writeGeneric21 } from "../../src/sdmx/ml-generic.js";
import { writeSpecific21, writeSpecific30 } from "../../src/sdmx/ml-specific.js";
import { writeStructures21, writeStructures30 } from "../../src/sdmx/ml-structure.js";
import { checkSpecific, checkXml, jsonErrors } from "./official.js";
import { message, OBSERVATIONS, text, withConstraint } from "./sample.js";

mkdirSync("/tmp/sdmx/out", { recursive: true });
const save = (n: string, t: string) => {
  writeFileSync("/tmp/sdmx/out/" + n, t);
  return t;
};
describe("tmp", () => {
  it("s21", () => checkXml(save("s21.xml", text(writeStructures21(message(), withConstraint()))), "2.1"));
  it("s30", () => checkXml(save("s30.xml", text(writeStructures30(message(), withConstraint()))), "3.0"));
  it("g", () => checkXml(save("g.xml", text(writeGeneric21(message(), OBSERVATIONS))), "2.1"));
  it("gf", () =>
    checkXml(
      save(
        "gf.xml",
        text(writeGeneric21(message({ dimensionAtObservation: "AllDimensions" }), OBSERVATIONS)),
      ),
      "2.1",
    ));
  it("d21", () =>
    checkSpecific(
      save("d21.xml", text(writeSpecific21(message(), OBSERVATIONS))),
      "2.1",
      message(),
      "TIME_PERIOD",
    ));
  it("d21f", () =>
    checkSpecific(
      save(
        "d21f.xml",
        text(writeSpecific21(message({ dimensionAtObservation: "AllDimensions" }), OBSERVATIONS)),
      ),
      "2.1",
      message(),
      "AllDimensions",
    ));
  it("d30", () =>
    checkSpecific(
      save("d30.xml", text(writeSpecific30(message(), OBSERVATIONS))),
      "3.0",
      message(),
      "TIME_PERIOD",
    ));
  it("d30f", () =>
    checkSpecific(
      save(
        "d30f.xml",
        text(writeSpecific30(message({ dimensionAtObservation: "AllDimensions" }), OBSERVATIONS)),
      ),
      "3.0",
      message(),
      "AllDimensions",
    ));
  it("j", () => {
    for (const d of ["TIME_PERIOD", "AllDimensions"] as const)
      for (const detail of ["full", "dataonly", "serieskeysonly", "nodata"] as const) {
        save(
          `j1${d}${detail}.json`,
          text(writeJson1(message({ dimensionAtObservation: d, detail }), OBSERVATIONS)),
        );
        const j = JSON.parse(
          save(
            `j2${d}${detail}.json`,
            text(writeJson2(message({ dimensionAtObservation: d, detail }), OBSERVATIONS)),
          ),
        );
        const e = jsonErrors("sdmx-json-data-schema-2.0.0.json", j);
        if (e.length) throw new Error(d + detail + e.slice(0, 5).join("\n"));
      }
  });
  it("js", () => {
    JSON.parse(save("s1.json", text(writeStructuresJson1(message(), withConstraint()))));
    const j = JSON.parse(save("s2.json", text(writeStructuresJson2(message(), withConstraint()))));
    const e = jsonErrors("sdmx-json-structure-schema-2.0.0.json", j);
    if (e.length) throw new Error(e.slice(0, 5).join("\n"));
  });
  it("csv", () => {
    save("d.csv1.csv", text(writeCsv1(message(), OBSERVATIONS)));
    save("d.csv2.csv", text(writeCsv2(message(), OBSERVATIONS, { keys: "both", labels: "name" })));
    save("d.csv2i.csv", text(writeCsv2(message(), OBSERVATIONS)));
  });
});
