/** What messages say, read back from each format: an observation a line, as `SERIES AREA SEX YEAR value`. */
import { parse } from "csv-parse/sync";
import { SaxesParser } from "saxes";

type Codes = Readonly<Record<string, string>>;

const line = (codes: Codes, value: string | number | null | undefined): string =>
  [codes.SERIES, codes.REF_AREA, codes.SEX, codes.TIME_PERIOD, value ?? ""].join(" ").trimEnd();

/** An element of an XML document, told when it ends. */
interface Element {
  readonly name: string;
  readonly attributes: Codes;
  readonly children: Element[];
}

export function xmlTree(text: string): Element {
  const root: Element = { name: "", attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const made: Element = { name: name.replace(/^.*:/, ""), attributes: attributes as Codes, children: [] };
    open.at(-1)?.children.push(made);
    open.push(made);
  });
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  return root;
}

export function elements(tree: Element, name: string): Element[] {
  return tree.children.flatMap((one) => [...(one.name === name ? [one] : []), ...elements(one, name)]);
}

const pairs = (tree: Element | undefined): Codes =>
  Object.fromEntries((tree?.children ?? []).map(({ attributes }) => [attributes.id, attributes.value]));

/** Of a data set in generic or structure-specific data. */
export function xmlLines(tree: Element): string[] {
  const own = elements(tree, "Obs").filter((one) => tree.children.includes(one));
  const inSeries = elements(tree, "Series").flatMap((series) => {
    const codes = { ...series.attributes, ...pairs(elements(series, "SeriesKey")[0]) };
    return elements(series, "Obs").map((obs) => xmlLine(obs, codes));
  });
  return [...inSeries, ...own.map((obs) => xmlLine(obs, pairs(elements(obs, "ObsKey")[0])))];
}

function xmlLine(obs: Element, codes: Codes): string {
  const TIME_PERIOD = elements(obs, "ObsDimension")[0]?.attributes.value ?? obs.attributes.TIME_PERIOD;
  const value = elements(obs, "ObsValue")[0]?.attributes.value ?? obs.attributes.OBS_VALUE;
  return line({ ...codes, ...obs.attributes, ...(TIME_PERIOD ? { TIME_PERIOD } : {}) }, value);
}

export const csvRows = (text: string): Record<string, string>[] => parse(text, { columns: true, bom: true });
export const csvLines = (text: string): string[] => csvRows(text).map((row) => line(row, row.OBS_VALUE));

interface JsonStructure {
  readonly dimensions: Readonly<Record<"series" | "observation", readonly JsonDimension[]>>;
}
interface JsonDimension {
  readonly id: string;
  readonly values: readonly { readonly id: string }[];
}
interface JsonSet {
  readonly series?: Readonly<
    Record<string, { readonly observations: Readonly<Record<string, readonly [number]>> }>
  >;
  readonly observations?: Readonly<Record<string, readonly [number]>>;
}

/** Of SDMX-JSON 1.0 or 2.0, by data set. */
export function jsonSets(text: string): string[][] {
  const { data } = JSON.parse(text) as {
    data: { structure?: JsonStructure; structures?: JsonStructure[]; dataSets: JsonSet[] };
  };
  const structure = data.structure ?? (data.structures?.[0] as JsonStructure);
  const codesOf = (dimensions: readonly JsonDimension[], places: string): Codes =>
    Object.fromEntries(
      places.split(":").map((place, at) => [dimensions[at]?.id, dimensions[at]?.values[Number(place)]?.id]),
    );
  const { series, observation } = structure.dimensions;
  return data.dataSets.map((set) => [
    ...Object.entries(set.series ?? {}).flatMap(([key, { observations }]) =>
      Object.entries(observations).map(([place, [value]]) =>
        line({ ...codesOf(series, key), ...codesOf(observation, place) }, value),
      ),
    ),
    ...Object.entries(set.observations ?? {}).map(([key, [value]]) => line(codesOf(observation, key), value)),
  ]);
}
