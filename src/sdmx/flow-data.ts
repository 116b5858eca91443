import type { Series, TableInput } from "../define.js";
import { compareText, dimensionKey } from "../keys.js";
import { type CountryFigure, countryFigures } from "../tables/countries.js";
import { withIndicator } from "../tables/measured.js";
import type { Aggregate, Key } from "../types.js";
import { type AreaCode, fromAggregate, fromEstimate, fromStored, sdmxKey } from "./mapping.js";
import type { SdmxObservation, SdmxObservations } from "./model.js";
import type { FlowId } from "./structure.js";

type Keyed = { readonly record: Key };

const compareSeries = ({ record: a }: Keyed, { record: b }: Keyed): number =>
  compareText(a.series, b.series) ||
  a.area - b.area ||
  compareText(dimensionKey(a.dimensions), dimensionKey(b.dimensions));

/** By series (code, area, breakdown), and within a series by year, as the formats want them. */
const inSeries = (a: Keyed, b: Keyed): number => compareSeries(a, b) || a.record.period - b.record.period;

/** Makes an observation of each record when it is asked for; records of one series share one key. */
function mapped<T extends Keyed>(
  records: readonly T[],
  areaCode: AreaCode,
  make: (record: T, key: SdmxObservation["key"]) => SdmxObservation,
): SdmxObservations {
  return {
    *[Symbol.iterator]() {
      let before: T | undefined;
      let key: SdmxObservation["key"] = {};
      for (const one of records) {
        if (!before || compareSeries(before, one) !== 0) key = sdmxKey(one.record, areaCode);
        before = one;
        yield make(one, key);
      }
    },
  };
}

function countries(
  framework: "global" | "thematic",
  input: TableInput,
  areaCode: AreaCode,
): SdmxObservations {
  const figures = countryFigures(input).filter(({ indicator }) => indicator.framework === framework);
  return mapped<CountryFigure>(figures.sort(inSeries), areaCode, ({ record, series }, key) =>
    "submission" in record ? fromStored(record, key) : fromEstimate(record, series, key, input.language),
  );
}

function groups({ aggregates, language }: TableInput, areaCode: AreaCode): SdmxObservations {
  const known: { readonly record: Aggregate; readonly series: Series }[] = withIndicator(aggregates);
  return mapped(known.sort(inSeries), areaCode, ({ record, series }, key) =>
    fromAggregate(record, series, key, language),
  );
}

/**
 * The observations of a dataflow, ordered by series and year, from the same things as the tables: what countries
 * reported, and estimates where the indicator's policy lets them stand beside a country's name
 * (`countryFigures`); or the values of groups. Comments of the agency are in `input.language`.
 */
export function flowData(flow: FlowId, input: TableInput, areaCode: AreaCode): SdmxObservations {
  if (flow === "AGGREGATES") return groups(input, areaCode);
  return countries(flow === "GLOBAL" ? "global" : "thematic", input, areaCode);
}
