/** Small readers of the formats, written from the standards and not from the writers, for round trips. */
import { parse } from "csv-parse/sync";
import { SaxesParser } from "saxes";

/** An observation as a reader finds it; no value is null. */
export interface Found {
  readonly key: Readonly<Record<string, string>>;
  readonly value: number | null;
  readonly attributes: Readonly<Record<string, string>>;
}

const ATTRIBUTES = new Set(
  (
    "OBS_STATUS UNIT_MULT UNIT_MEASURE NATURE COMMENT_OBS TIME_COVERAGE UPPER_BOUND LOWER_BOUND BASE_PER TIME_DETAIL " +
    "SOURCE_DETAIL COMMENT_TS GEO_INFO_URL GEO_INFO_TYPE CUST_BREAKDOWN_LB DATA_LAST_UPDATE AGE_SCOPE NUMERATOR DENOMINATOR"
  ).split(" "),
);

/** Sorts named values into key, value and attributes; an empty value is none. */
function sorted(values: Readonly<Record<string, string>>): Found {
  const filled = Object.entries(values).filter(([, value]) => value !== "");
  const value = values.OBS_VALUE ?? "";
  return {
    key: Object.fromEntries(filled.filter(([id]) => !ATTRIBUTES.has(id) && id !== "OBS_VALUE")),
    value: value === "" ? null : Number(value),
    attributes: Object.fromEntries(filled.filter(([id]) => ATTRIBUTES.has(id))),
  };
}

/** SDMX-CSV with ids alone; the columns that name the message are left out. */
export function readCsv(text: string): Found[] {
  const envelope = new Set(["DATAFLOW", "STRUCTURE", "STRUCTURE_ID", "ACTION"]);
  const rows = parse(text, { columns: true, record_delimiter: "\r\n" }) as Record<string, string>[];
  return rows.map((row) =>
    sorted(Object.fromEntries(Object.entries(row).filter(([id]) => !envelope.has(id)))),
  );
}

/** Structure-specific and generic SDMX-ML: what stands in a series holds for its observations. */
export function readMl(text: string): Found[] {
  const found: Found[] = [];
  const parser = new SaxesParser();
  let ofSeries: Record<string, string> = {};
  let own: Record<string, string> = {};
  let inObservation = false;
  parser.on("opentag", ({ name, attributes }) => {
    const given = attributes as Record<string, string>;
    const local = name.replace("gen:", "");
    if (local === "Series") ofSeries = { ...given };
    if (local === "Obs") [own, inObservation] = [{ ...given }, true];
    const id = local === "ObsDimension" ? "TIME_PERIOD" : local === "ObsValue" ? "OBS_VALUE" : given.id;
    if (["Value", "ObsDimension", "ObsValue"].includes(local))
      (inObservation ? own : ofSeries)[id ?? ""] = given.value ?? "";
  });
  parser.on("closetag", ({ name }) => {
    if (name.replace("gen:", "") !== "Obs") return;
    found.push(sorted({ ...ofSeries, ...own }));
    inObservation = false;
  });
  parser.write(text).close();
  return found;
}

type Described = { id: string; values?: { id?: string; name?: string }[] }[];

/** SDMX-JSON 1.0 and 2.0, as series or flat: values are places in lists, or themselves where there is no list. */
export function readJson(text: string): Found[] {
  const { data } = JSON.parse(text);
  const { dimensions, attributes } = data.structure ?? data.structures[0];
  const at = (list: Described, places: readonly unknown[]) =>
    Object.fromEntries(
      list.flatMap(({ id, values }, index) => {
        const place = places[index];
        if (place === null || place === undefined) return [];
        const value = values ? values[Number(place)] : undefined;
        return [[id, values ? (value?.id ?? value?.name ?? "") : String(place)]];
      }),
    );
  const found = (
    ofSeries: Record<string, string>,
    key: string,
    [value, ...rest]: (string | number | null)[],
  ) =>
    sorted({
      ...ofSeries,
      ...at(dimensions.observation, key.split(":")),
      ...at(attributes.observation, rest),
      OBS_VALUE: value === null || value === undefined ? "" : String(value),
    });
  return data.dataSets.flatMap((dataSet: never) => {
    const { series = {}, observations = {} } = dataSet as Record<string, Record<string, never>>;
    return [
      ...Object.entries(series).flatMap(([key, one]) => {
        const { attributes: places = [], observations: own = {} } = one as Record<string, never>;
        const ofSeries = { ...at(dimensions.series, key.split(":")), ...at(attributes.series, places) };
        return Object.entries(own).map(([period, values]) => found(ofSeries, period, values as never));
      }),
      ...Object.entries(observations).map(([key, values]) => found({}, key, values as never)),
    ];
  });
}
