import type { Table } from "../../src/types.js";

/** A table with one of every difficulty; what its files must look like is written by hand in golden/. */
export const small: Table = {
  id: "small",
  title: "Internet use <test> & more",
  language: "en",
  vintage: { id: 3, asOf: "2026-11-23T10:00:00Z" },
  columns: [
    { id: "AREA_NAME", title: "Country or area", type: "text", role: "dimension" },
    { id: "TIME_PERIOD", title: "Year", type: "integer", role: "dimension" },
    { id: "OBS_VALUE", title: "Value", type: "number", decimals: 1, statusIn: "OBS_STATUS" },
    { id: "OBS_STATUS", title: "Status", type: "text" },
  ],
  rows: [
    ['Congo, "the"', 2020, 2.65, "A"],
    ["=1+1", 2021, null, "M"],
    ["two\nlines", 2022, 0.04, "A"],
    ["a | b", 2023, 1234567.25, "E"],
    ["Côte d’Ivoire 科特迪瓦", 2024, -0.5, "A"],
    ["-x", 2024, 0, "A"],
  ],
  notes: ["First note.", "Symbols: < less than half *a unit*."],
};
