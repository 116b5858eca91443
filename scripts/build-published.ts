/**
 * Writes the published schema and templates under data/. Run from the root of the repository after a
 * change in indicators/, src/report/schema.ts or src/run/lineage/schema.ts: `npx tsc -p tsconfig.build.json && node dist/scripts/build-published.js`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { submissionSchema } from "../indicators/schema.js";
import { template } from "../indicators/templates.js";
import { QUESTIONNAIRES } from "../src/define.js";
import { reportSchema } from "../src/report/schema.js";
import { lineageSchema } from "../src/run/lineage/schema.js";

function write(folder: string, file: string, text: string): void {
  const directory = join(process.cwd(), "data", folder);
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, file), text);
}

write("schema", "submission.schema.json", `${JSON.stringify(submissionSchema(), null, 2)}\n`);
write("schema", "lineage.schema.json", `${JSON.stringify(lineageSchema(), null, 2)}\n`);
write("schema", "report.schema.json", `${JSON.stringify(reportSchema(), null, 2)}\n`);
for (const questionnaire of QUESTIONNAIRES) {
  write("templates", `${questionnaire}.csv`, template(questionnaire));
}
