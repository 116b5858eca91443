import type { Exporter } from "../define.js";
import csv from "./csv.js";
import html from "./html.js";
import json from "./json.js";
import jsonStat from "./json-stat.js";
import markdown from "./markdown.js";
import notes from "./notes.js";
import xlsx from "./xlsx.js";

/** Every format a table can leave in. A new one is a file in this folder and a line here. */
export const exporters: readonly Exporter[] = [csv, notes, json, markdown, html, xlsx, jsonStat];

/** The exporter whose file this is by its name: of two extensions that fit, the longer. */
export const exporterOfFile = (path: string): Exporter | undefined =>
  exporters
    .filter(({ extension }) => path.endsWith(`.${extension}`))
    .sort((a, b) => b.extension.length - a.extension.length)[0];

/** The exporter of a format id, or undefined. */
export const findExporter = (id: string): Exporter | undefined =>
  exporters.find((exporter) => exporter.id === id);
