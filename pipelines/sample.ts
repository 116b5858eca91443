import { definePipeline } from "../src/define.js";

/** What `npm start` runs: the sample collection, from files to tables, in English. */
export default definePipeline({
  id: "sample",
  schedule: "0 4 * * 0",
  timezone: "Europe/Zurich",
  inbox: "data/sample",
  reference: [
    {
      path: "data/sample/denominators.csv",
      series: "POPULATION",
      revision: "sample",
      source: "see data/sample/README.md",
    },
  ],
  tables: ["facts-and-figures", "sdg-country", "country-ranking", "availability", "crosswalk"],
  formats: ["csv", "json", "html"],
  languages: ["en"],
});
