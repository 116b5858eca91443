import { writeCsv1, writeCsv2 } from "./csv.js";
import type { CsvOptions } from "./csv-columns.js";
import { writeJson1, writeJson2 } from "./json-data.js";
import { writeStructuresJson1, writeStructuresJson2 } from "./json-structure.js";
import { writeGeneric21 } from "./ml-generic.js";
import { writeSpecific21, writeSpecific30 } from "./ml-specific.js";
import { writeStructures21, writeStructures30 } from "./ml-structure.js";
import type { DataContent, DataMessage, MessageHead, Structures } from "./model.js";

interface Format {
  readonly id: string;
  /** Media type with its version; what the web calls it. */
  readonly mediaType: string;
  readonly extension: string;
}

/** A format of data. The same message and content give the same pieces. */
export interface DataFormat extends Format {
  /** Pieces of the file in order. `options` are of SDMX-CSV; other formats have none. */
  write(message: DataMessage, content: DataContent, options?: Partial<CsvOptions>): Iterable<string>;
}

export interface StructureFormat extends Format {
  write(head: MessageHead, structures: Structures): Iterable<string>;
}

/** Every SDMX format that data can leave in. Media types are those of SDMX 3.0, section 7, and of the formats' guides. */
export const dataFormats: readonly DataFormat[] = [
  {
    id: "csv1",
    mediaType: "application/vnd.sdmx.data+csv;version=1.0.0",
    extension: "csv",
    write: writeCsv1,
  },
  {
    id: "csv2",
    mediaType: "application/vnd.sdmx.data+csv;version=2.0.0",
    extension: "csv",
    write: writeCsv2,
  },
  {
    id: "ml21",
    mediaType: "application/vnd.sdmx.structurespecificdata+xml;version=2.1",
    extension: "xml",
    write: writeSpecific21,
  },
  {
    id: "ml21-generic",
    mediaType: "application/vnd.sdmx.genericdata+xml;version=2.1",
    extension: "xml",
    write: writeGeneric21,
  },
  {
    id: "ml30",
    mediaType: "application/vnd.sdmx.data+xml;version=3.0.0",
    extension: "xml",
    write: writeSpecific30,
  },
  {
    id: "json1",
    mediaType: "application/vnd.sdmx.data+json;version=1.0.0",
    extension: "json",
    write: writeJson1,
  },
  {
    id: "json2",
    mediaType: "application/vnd.sdmx.data+json;version=2.0.0",
    extension: "json",
    write: writeJson2,
  },
];

/** Every SDMX format that structures can leave in. */
export const structureFormats: readonly StructureFormat[] = [
  {
    id: "ml21",
    mediaType: "application/vnd.sdmx.structure+xml;version=2.1",
    extension: "xml",
    write: writeStructures21,
  },
  {
    id: "ml30",
    mediaType: "application/vnd.sdmx.structure+xml;version=3.0.0",
    extension: "xml",
    write: writeStructures30,
  },
  {
    id: "json1",
    mediaType: "application/vnd.sdmx.structure+json;version=1.0.0",
    extension: "json",
    write: writeStructuresJson1,
  },
  {
    id: "json2",
    mediaType: "application/vnd.sdmx.structure+json;version=2.0.0",
    extension: "json",
    write: writeStructuresJson2,
  },
];
