import { existsSync, readFileSync } from "node:fs";
import { XmlDocument } from "libxml2-wasm";
import { describe, expect, it } from "vitest";
import { codeLists, indicators } from "../../indicators/index.js";
import { writeStructuresJson1, writeStructuresJson2 } from "../../src/sdmx/json-structure.js";
import { writeStructures21, writeStructures30 } from "../../src/sdmx/ml-structure.js";
import type { SdmxCodeList } from "../../src/sdmx/model.js";
import { findDataflow } from "../../src/sdmx/structure.js";
import { LANGUAGES } from "../../src/types.js";
import { checkXml, hasSchemas, jsonErrors, SDMX } from "./official.js";
import { message, structures, text, withConstraint } from "./sample.js";

const dsd = message().dataflow.structure;
const listOf = (id: string): SdmxCodeList => {
  const list = [...dsd.dimensions, ...dsd.attributes].find((one) => one.id === id)?.list;
  if (!list) throw new Error(`${id} has no list`);
  return list;
};
const codesOf = (id: string) => listOf(id).codes.map((code) => code.id);

describe("the structures", () => {
  it("have every series of every indicator, with the indicator it measures", () => {
    expect(codesOf("SERIES")).toEqual(indicators.flatMap(({ series }) => series.map(({ code }) => code)));
    const internet = listOf("SERIES").codes.find(({ id }) => id === "IT_USE_II99");
    expect(internet?.annotations).toEqual({
      Indicator: "17.8.1",
      IndicatorTitle: "Proportion of individuals using the Internet",
    });
  });

  it("have countries and M49 groups by number, and own groups by the code they are known by", () => {
    const areas = codesOf("REF_AREA");
    expect(areas).toEqual(expect.arrayContaining(["1", "4", "404", "199", "ITU_AFR", "ITU_CIS", "WB_HIC"]));
    expect(areas.filter((code) => /^9\d\d$/.test(code))).toEqual([]);
    expect(new Set(areas).size).toBe(areas.length);
  });

  it("name series, areas and codes in six languages", () => {
    for (const id of ["SERIES", "REF_AREA", "SEX", "COMPOSITE_BREAKDOWN", "OBS_STATUS", "OCCUPATION"])
      for (const code of listOf(id).codes) expect(Object.keys(code.names).sort()).toEqual([...LANGUAGES]);
    for (const { names } of [...dsd.dimensions, dsd.time, dsd.measure])
      expect(Object.keys(names).sort()).toEqual([...LANGUAGES]);
  });

  it("are of this project where it adds a code, and else of the agency whose codes they are", () => {
    const own = codeLists.filter(({ codes }) => codes.some((code) => code.own)).map(({ id }) => id);
    expect(own).toEqual(["COMPOSITE_BREAKDOWN", "UNIT_MEASURE"]);
    for (const id of [...own, "SERIES", "REF_AREA"]) expect(listOf(id).agency).toBe("ICTSDG");
    expect(listOf("SEX")).toMatchObject({ agency: "IAEG-SDGs", id: "CL_SEX", version: "1.0", partial: true });
    expect(listOf("OBS_STATUS")).toMatchObject({ agency: "SDMX", version: "2.1", partial: false });
  });

  it("have a dataflow for each kind of data, found in any case", () => {
    expect(structures.dataflows.map(({ id }) => id)).toEqual(["GLOBAL", "THEMATIC", "AGGREGATES"]);
    expect(findDataflow(structures, "global")?.id).toBe("GLOBAL");
    expect(findDataflow(structures, "NONE")).toBeUndefined();
  });

  it("refer to a dimension's concept and codes as SDMX-ML 2.1 and 3.0 do", () => {
    expect(text(writeStructures21(message(), structures))).toContain(
      '<str:Dimension id="SEX" urn="urn:sdmx:org.sdmx.infomodel.datastructure.Dimension=ICTSDG:ICT_SDG(1.0).SEX" position="5">' +
        '<str:ConceptIdentity><Ref id="SEX" maintainableParentID="SDG_CONCEPTS" maintainableParentVersion="1.0" agencyID="IAEG-SDGs" package="conceptscheme" class="Concept"/></str:ConceptIdentity>' +
        '<str:LocalRepresentation><str:Enumeration><Ref id="CL_SEX" agencyID="IAEG-SDGs" version="1.0" package="codelist" class="Codelist"/></str:Enumeration></str:LocalRepresentation></str:Dimension>',
    );
    expect(text(writeStructures30(message(), structures))).toContain(
      "<str:ConceptIdentity>urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=IAEG-SDGs:SDG_CONCEPTS(1.0).SEX</str:ConceptIdentity>" +
        "<str:LocalRepresentation><str:Enumeration>urn:sdmx:org.sdmx.infomodel.codelist.Codelist=IAEG-SDGs:CL_SEX(1.0)</str:Enumeration></str:LocalRepresentation>",
    );
  });

  it("give in JSON the name in the language asked for, and all names", () => {
    const pieces = text(writeStructuresJson1(message({ language: "fr" }), structures));
    const sex = JSON.parse(pieces).data.codelists.find((list: { id: string }) => list.id === "CL_SEX");
    expect(sex.codes[1]).toMatchObject({ id: "F", name: "Femmes", names: { en: "Female", zh: "女性" } });
  });
});

describe.skipIf(!hasSchemas)("the structures beside the official ones (needs ../shared/data)", () => {
  const official = existsSync(SDMX)
    ? XmlDocument.fromBuffer(readFileSync(`${SDMX}/IAEG-SDGs_SDG_1.0.xml`))
    : null;
  const ns = {
    str: "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/structure",
    com: "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common",
  };
  const values = (path: string): string[] => (official?.find(path, ns) ?? []).map((node) => node.content);

  it("are valid SDMX-ML 2.1 and 3.0 and SDMX-JSON 2.0, with what data there are", () => {
    const all = withConstraint();
    expect(all.constraints[0]?.periods).toEqual(["2017", "2018", "2019"]);
    checkXml(text(writeStructures21(message(), all)), "2.1");
    checkXml(text(writeStructures30(message(), all)), "3.0");
    const json = JSON.parse(text(writeStructuresJson2(message(), all)));
    expect(jsonErrors("sdmx-json-structure-schema-2.0.0.json", json)).toEqual([]);
  });

  it("have the dimensions of IAEG-SDGs:SDG(1.0) in its order", () => {
    expect(dsd.dimensions.map(({ id }) => id)).toEqual(values("//str:Dimension[@position]/@id"));
    expect(values("//str:TimeDimension/@id")).toEqual([dsd.time.id]);
  });

  it("have its attributes in its order, attached and mandatory as there, and own ones after them", () => {
    const ids = values("//str:Attribute/@id");
    expect(dsd.attributes.map(({ id }) => id).slice(0, ids.length)).toEqual(ids);
    expect(dsd.attributes.slice(ids.length).map(({ id }) => id)).toEqual([
      "AGE_SCOPE",
      "NUMERATOR",
      "DENOMINATOR",
    ]);
    const mandatory = dsd.attributes.filter((one) => one.mandatory).map(({ id }) => id);
    expect(mandatory).toEqual(values("//str:Attribute[@assignmentStatus='Mandatory']/@id"));
    const ofSeries = dsd.attributes.filter((one) => one.attachedTo === "series").map(({ id }) => id);
    expect(ofSeries).toEqual(values("//str:Attribute[str:AttributeRelationship/str:Dimension]/@id"));
  });

  it("use only codes that lists of other agencies have, and say whether they are all", () => {
    for (const { agency, id, version, codes, partial } of structures.codeLists) {
      if (agency === "ICTSDG") continue;
      const list = `//str:Codelist[@agencyID='${agency}' and @id='${id}' and @version='${version}']/str:Code/@id`;
      const known = values(list);
      expect(known).toEqual(expect.arrayContaining(codes.map((code) => code.id)));
      expect({ id, partial }).toEqual({ id, partial: codes.length < known.length });
    }
  });

  it("name concepts in English as the official scheme does", () => {
    const scheme = structures.conceptSchemes.find(({ id }) => id === "SDG_CONCEPTS");
    const named = new Map(scheme?.concepts.map(({ id, names }) => [id, names.en]));
    const ids = values("//str:Concept/@id");
    expect([...named.keys()].sort()).toEqual([...ids].sort());
    for (const id of ids) expect(values(`//str:Concept[@id='${id}']/com:Name`)).toEqual([named.get(id)]);
  });
});
