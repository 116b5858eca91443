/**
 * What a source or a comment says of the period that a survey asked about, in the six languages. Only plain
 * wordings count: a text that names both periods, or none, says nothing here.
 */

/** Letters of any script do not go on before or after; \b knows only those of English. */
const START = "(?<!\\p{L}|\\p{N})";
const END = "(?!\\p{L}|\\p{N})";

/** Numbers of months other than three that questionnaires ask about. */
const EN = "(?:12|twelve|6|six|24|one|1)";
const FR = "(?:12|douze|6|six|24)";
const ES = "(?:12|doce|6|seis|24)";
const RU = "(?:12|двенадцат[ьи]|6|шест[ьи]|24)";
const ZH = "(?:12|十二|6|六|24|1|一)";

const THREE_MONTHS = any(
  "(?:3|three)[ -]months?",
  "(?:3|trois)(?: derniers)? mois",
  "(?:3|tres)(?: últimos)? meses",
  "(?:3|три|тр[её]х)(?: последни[ех]| предыдущи[ех])? месяц(?:а|ев)",
  "(?:3|ثلاثة) (?:أشهر|شهور)",
  "(?:الأشهر|الشهور) (?:الثلاثة|ال 3|3)",
  "(?<![0-9十])(?:3|三)个月",
);

const ANOTHER_PERIOD = any(
  `(?:last|past|previous|preceding) ${EN} months?`,
  "(?:in|during|over|within) the (?:last|past|previous|preceding) month",
  `${FR} derniers mois`,
  `derniers ${FR} mois`,
  "(?:au cours du|durant le|dans le|pendant le) (?:dernier mois|mois précédent)",
  `últimos ${ES} meses`,
  `${ES} últimos meses`,
  "(?:en|durante) el (?:último mes|mes anterior)",
  `(?:последни|предыдущи)[ех] ${RU} месяц(?:а|ев)`,
  `${RU} (?:последни|предыдущи)[ех] месяц(?:а|ев)`,
  "(?:за последний месяц|в течение последнего месяца)",
  "(?:الأشهر|الشهور) (?:الاثني عشر|الاثنا عشر|الستة|ال 12|12|6)",
  "(?:آخر|خلال) (?:12|6|ستة|اثني عشر) (?:شهرا|شهراً|أشهر|شهور)",
  "خلال الشهر (?:الماضي|الأخير|السابق)",
  `(?:过去|最近|前|此前)${ZH}个月`,
);

function any(...wordings: readonly string[]): RegExp {
  // Chinese puts no space between words.
  const bounded = wordings.map((one) => (one.includes("个月") ? one : `${START}${one}${END}`));
  return new RegExp(bounded.join("|"), "u");
}

/** Words that name another period than the last three months; "three-months" where those are named; or null. */
export type StatedPeriod = { readonly other: string } | "three-months" | null;

let last: { readonly text: string; readonly period: StatedPeriod } = { text: "", period: null };

/** What a text says; that of the one before is remembered, as figures of one source mostly say the same. */
export function statedPeriod(text: string): StatedPeriod {
  if (text !== last.text) last = { text, period: read(text) };
  return last.period;
}

function read(text: string): StatedPeriod {
  const plain = inDigits(text.toLowerCase());
  const other = ANOTHER_PERIOD.exec(plain)?.[0];
  const three = THREE_MONTHS.test(plain);
  if (other !== undefined) return three ? null : { other };
  return three ? "three-months" : null;
}

/** Arabic-Indic digits and runs of any white space as they are in the wordings. */
function inDigits(text: string): string {
  return text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/\s+/g, " ");
}
