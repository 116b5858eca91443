import type { FastifyInstance } from "fastify";
import type { Given } from "../given.js";
import { chartPages } from "./chart.js";
import { doubtPages } from "./doubt.js";
import { editPages } from "./edit.js";
import { figuresPages } from "./figures.js";
import { homePages } from "./home.js";
import { reportFilePages } from "./report-files.js";
import { resumePages } from "./resume.js";
import { submissionPages } from "./submission.js";
import { templatePages } from "./templates.js";
import { uploadPages } from "./upload.js";

const PAGES = [
  homePages,
  uploadPages,
  resumePages,
  submissionPages,
  reportFilePages,
  doubtPages,
  figuresPages,
  chartPages,
  editPages,
  templatePages,
];

/** A country's desk, under `/:language/country/:area`: for its focal points, and for those who settle doubts. */
export function deskPages(app: FastifyInstance, given: Given): void {
  for (const pages of PAGES) pages(app, given);
}
