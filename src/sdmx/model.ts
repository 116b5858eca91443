/**
 * The records of the SDMX information model that ictsdg uses (SDMX 3.0, section 2), plain and the same for every
 * format. A structure refers to another by holding it, so that a writer needs no look-up.
 */
import type { I18n, Language } from "../types.js";

/** A name in English and in whatever other languages are known. */
export type Names = Readonly<Partial<I18n>> & { readonly en: string };

/** What has an agency, an id and a version, such as `ICTSDG:ICT_SDG(1.0)`. */
export interface Maintainable {
  readonly agency: string;
  readonly id: string;
  readonly version: string;
  readonly names: Names;
  readonly descriptions?: Names;
  /** True where only what stands here is told, and the content is to be asked for (SDMX: an external reference). */
  readonly stub?: boolean;
}

export interface Item {
  readonly id: string;
  readonly names: Names;
  readonly descriptions?: Names;
}

export interface Code extends Item {
  /** Code of the same list that this one belongs to. */
  readonly parent?: string;
  /** Title and text of what else is known, such as the indicator of a series. */
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface SdmxCodeList extends Maintainable {
  /** True where the list belongs to another agency and has more codes than are used here. */
  readonly partial: boolean;
  readonly codes: readonly Code[];
}

export interface ConceptScheme extends Maintainable {
  readonly partial: boolean;
  readonly concepts: readonly Item[];
}

export interface AgencyScheme extends Maintainable {
  readonly partial: boolean;
  readonly agencies: readonly Item[];
}

/** Text types (SDMX-ML, SimpleDataType) of components without a code list. */
export type TextType = "String" | "Double" | "DateTime" | "ObservationalTimePeriod";

export interface Component {
  readonly id: string;
  readonly names: Names;
  readonly scheme: ConceptScheme;
  /** Codes it takes; null where it is free text, a number or a time. */
  readonly list: SdmxCodeList | null;
  readonly type: TextType;
}

export interface Attribute extends Component {
  readonly mandatory: boolean;
  /** `series`: one value for all years, attached to every dimension but time. */
  readonly attachedTo: "series" | "observation";
}

export interface DataStructure extends Maintainable {
  /** In the order of the key, time left out. */
  readonly dimensions: readonly Component[];
  readonly time: Component;
  readonly measure: Component;
  readonly attributes: readonly Attribute[];
}

export interface Dataflow extends Maintainable {
  readonly structure: DataStructure;
}

/** What data there are in a dataflow: of each dimension the codes that occur, and the periods. */
export interface ContentConstraint extends Maintainable {
  readonly dataflow: Dataflow;
  readonly codes: Readonly<Record<string, readonly string[]>>;
  /** Ascending; empty where there are no data. */
  readonly periods: readonly string[];
}

/** Structures of one message, each once and after those it refers to. */
export interface Structures {
  readonly agencySchemes: readonly AgencyScheme[];
  readonly codeLists: readonly SdmxCodeList[];
  readonly conceptSchemes: readonly ConceptScheme[];
  readonly dataStructures: readonly DataStructure[];
  readonly dataflows: readonly Dataflow[];
  readonly constraints: readonly ContentConstraint[];
}

/**
 * One observation. `key` has a code for every dimension but time; observations of one series may share one
 * key record, and writers are the faster for it. Attributes without a value are left out.
 */
export interface SdmxObservation {
  readonly key: Readonly<Record<string, string>>;
  readonly period: string;
  /** Null where there is none; OBS_STATUS then says why. */
  readonly value: number | null;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * Observations ordered by series, and within a series by period. They may be gone through more than once, since
 * an SDMX-JSON message lists the codes before the observations that use them.
 */
export type SdmxObservations = Iterable<SdmxObservation>;

/** What observations are to a reader's copy of the data: news of what there is, what to put in place, what to delete. */
export type DataSetAction = "Information" | "Replace" | "Delete";

/** Observations that were in force together; of what is deleted only keys and periods are told. */
export interface DataSet {
  readonly action: DataSetAction;
  /** ISO 8601 times from which and until which they were in force, where known. */
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly observations: SdmxObservations;
}

/** What a message holds: observations as information, or data sets that each say what they are. */
export type DataContent = SdmxObservations | { readonly dataSets: readonly DataSet[] };

/**
 * How much of the data is told (SDMX REST 1.5, parameter `detail`): everything; no attributes; the keys of the
 * series; the series with their attributes, but no observations.
 */
export type Detail = "full" | "dataonly" | "serieskeysonly" | "nodata";

export interface MessageHead {
  /** Letters, digits, `_`, `@`, `$` and `-`. */
  readonly id: string;
  /** ISO 8601 time with time zone. */
  readonly prepared: string;
  /** Id of the organisation that sends it. */
  readonly sender: string;
  /** Of names where a format has room for one. */
  readonly language: Language;
}

export interface DataMessage extends MessageHead {
  readonly dataflow: Dataflow;
  /** `AllDimensions`: a flat list of observations, each with its whole key. */
  readonly dimensionAtObservation: "TIME_PERIOD" | "AllDimensions";
  readonly detail: Detail;
}
