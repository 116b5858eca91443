import csv from "./csv.js";
import html from "./html.js";
import json from "./json.js";
import type { ReportFormat } from "./report.js";
import sarif from "./sarif.js";

/** Every format of a report: `html` for the sender, the others for programs. */
export const reportFormats: readonly ReportFormat[] = [html, json, csv, sarif];
