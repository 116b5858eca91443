import type { Exporter, FolderExporter } from "../define.js";
import csv from "./csv.js";
import csvw from "./csvw.js";
import dataPackage from "./data-package.js";
import html from "./html.js";
import json from "./json.js";
import jsonStat from "./json-stat.js";
import markdown from "./markdown.js";
import notes from "./notes.js";
import parquet from "./parquet.js";
import pdf from "./pdf.js";
import pdfPack from "./pdf-pack.js";
import xlsx from "./xlsx.js";

/** Every format a table can leave in. A new one is a file in this folder and a line here. */
export const exporters: readonly Exporter[] = [
  csv,
  notes,
  csvw,
  json,
  markdown,
  html,
  xlsx,
  jsonStat,
  parquet,
  pdf,
];

/** Every format of which a folder has one file for all of its tables. */
export const folderExporters: readonly FolderExporter[] = [dataPackage, pdfPack];

/** What people may ask for. */
export const formatIds: readonly string[] = [...exporters, ...folderExporters].map(({ id }) => id);

/** The exporter whose file this is by its name: of two extensions that fit, the longer. */
export const exporterOfFile = (path: string): Exporter | undefined =>
  exporters
    .filter(({ extension }) => path.endsWith(`.${extension}`))
    .sort((a, b) => b.extension.length - a.extension.length)[0];

/** The exporter of a format id, or undefined. */
export const findExporter = (id: string): Exporter | undefined =>
  exporters.find((exporter) => exporter.id === id);
