/**
 * Who may import whom. The steps stand in the order in which data flows; a step may use an earlier
 * one and never a later one. Imports of types count like any other.
 */
const STEPS = ["intake", "validate", "store", "estimate", "aggregate", "settle", "tables", "charts", "sdmx", "export"];
/** Look-ups that every step may use, and that use no step. */
const LEAVES = "^src/(reference/|i18n/|workbook/|(keys|dates)[.]ts$)";

const earlierStepsOnly = STEPS.slice(0, -1).map((step, i) => ({
  name: `${step}-imports-no-later-step`,
  comment: `Nothing flows back: src/${step} may not know ${STEPS.slice(i + 1).join(", ")}.`,
  severity: "error",
  from: { path: `^src/${step}/` },
  to: { path: `^src/(${STEPS.slice(i + 1).join("|")})/` },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "types-import-nothing",
      comment: "src/types.ts holds plain records.",
      severity: "error",
      from: { path: "^src/types[.]ts$" },
      to: { path: "." },
    },
    {
      name: "define-imports-types",
      comment: "src/define.ts builds on src/types.ts and nothing else.",
      severity: "error",
      from: { path: "^src/define[.]ts$" },
      to: { pathNot: "^src/types[.]ts$" },
    },
    {
      name: "indicators-are-declarations",
      comment: "An indicator says what is measured. It knows the records and how to declare, not how data are handled.",
      severity: "error",
      from: { path: "^indicators/" },
      to: { path: "^(src|pipelines|scripts)/", pathNot: "^src/(types|define)[.]ts$" },
    },
    {
      name: "pipelines-are-declarations",
      comment: "A pipeline names what runs when; how it is done is the runner's.",
      severity: "error",
      from: { path: "^pipelines/", pathNot: "^pipelines/tables/" },
      to: { path: "^(src|scripts)/", pathNot: "^src/(types|define)[.]ts$" },
    },
    {
      name: "declared-tables-import-no-later-step",
      comment: "A table declared in pipelines/tables belongs to the tables step: it may use that step and earlier ones.",
      severity: "error",
      from: { path: "^pipelines/tables/" },
      to: { path: "^(src/(export|run|serve|portal|cli|sdmx)|scripts)/" },
    },
    ...earlierStepsOnly,
    {
      name: "leaves-use-no-step",
      comment: "src/reference, src/i18n and src/keys.ts are look-ups; steps use them, not the other way round.",
      severity: "error",
      from: { path: LEAVES },
      to: { path: `^src/(${STEPS.join("|")})/` },
    },
    {
      name: "only-run-and-faces-know-the-whole",
      comment: "Only run/, serve/, portal/ and cli/ put steps together.",
      severity: "error",
      from: { path: ["^src/", "^indicators/", "^pipelines/"], pathNot: "^src/(run|serve|portal|cli)/" },
      to: { path: "^src/run/" },
    },
    {
      name: "only-faces-import-the-service",
      comment: "serve/ answers over the web from what run/ made; the portal and the command line stand on it.",
      severity: "error",
      from: { pathNot: "^(src/(serve|portal|cli)|scripts|test)/" },
      to: { path: "^src/serve/" },
    },
    {
      name: "nothing-imports-the-portal",
      severity: "error",
      from: { pathNot: "^(src/portal/|test/|src/cli/commands/serve[.]ts$|scripts/demo[.]ts$)" },
      to: { path: "^src/portal/" },
    },
    {
      name: "nothing-imports-the-cli",
      severity: "error",
      from: { pathNot: "^(src/cli|scripts|test)/" },
      to: { path: "^src/cli/" },
    },
    {
      name: "danfo-in-one-place",
      comment: "danfojs-node takes two seconds and 160 MB to load: it stays behind src/tables/frame.ts.",
      severity: "error",
      from: { pathNot: "^src/tables/frame[.]ts$" },
      to: { path: "danfojs-node" },
    },
    {
      name: "no-circular",
      comment: "Two files that import each other are one file, or lack a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-development-packages",
      comment: "What runs in production may not need what is only there for development.",
      severity: "error",
      from: { path: "^(src|indicators|pipelines)/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "node", "default"] },
  },
};
