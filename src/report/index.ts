import csv from "./csv.js";
import html from "./html.js";
import json from "./json.js";
import type { ReportFormat } from "./report.js";
import sarif from "./sarif.js";
import xlsx from "./xlsx.js";

/** Every format of a report: `html` and `xlsx` for the sender, the others for programs. */
export const reportFormats: readonly ReportFormat[] = [html, xlsx, json, csv, sarif];
