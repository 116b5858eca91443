import { definePipeline } from "../src/define.js";

/** Every night: take what arrived in the inbox, and publish the tables when something did. */
export default definePipeline({
  id: "annual-collection",
  schedule: "0 3 * * *",
  timezone: "Europe/Zurich",
  inbox: "data/inbox",
  tables: ["facts-and-figures", "sdg-country", "country-ranking", "availability", "crosswalk"],
  formats: ["csv", "notes", "json", "html"],
  languages: ["en", "fr", "es", "ar", "ru", "zh"],
});
