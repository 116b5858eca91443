import { indicators, seriesByCode } from "../../indicators/index.js";
import type { AcrossContext, AcrossRule, Indicator, Rule, Series } from "../define.js";
import { groupBy, keyId } from "../keys.js";
import type { Store, StoredFinding } from "../store/store.js";
import type { Finding, Key, RuleCount, StoredObservation, Vintage } from "../types.js";
import { judge, judgeAcross } from "../validate/engine.js";
import { countsOf } from "./counts.js";
import type { Environment } from "./environment.js";
import { knownFigures } from "./known-figures.js";

export interface DryRunWishes {
  readonly rules: readonly Rule[];
  readonly area?: number | undefined;
  readonly indicator?: Indicator | undefined;
}

/** A finding about a figure in force, and the file that brought the figure. */
export interface DryFinding extends Finding {
  readonly submission: string;
  readonly filename: string;
}

/** What rules would find today in the figures that count. Nothing is written. */
export interface DryRun {
  readonly vintage: Vintage;
  readonly figures: number;
  readonly counts: readonly RuleCount[];
  readonly findings: readonly DryFinding[];
  /** Of `findings`, those that the store does not have. */
  readonly fresh: readonly DryFinding[];
  /** Findings of the store, about figures that still count, which the same rule would not make again. */
  readonly gone: readonly StoredFinding[];
}

/**
 * Judges the figures in force at a vintage: what each country has is judged as one file of that country, handed
 * in when nothing of it had been accepted before. So a rule about revisions is not evaluable, and figures held
 * back are not looked at. Other countries are known as of the vintage. Undefined when nothing has been taken.
 */
export function dryRun(environment: Environment, wishes: DryRunWishes): DryRun | undefined {
  const { store } = environment;
  const vintage = store.vintage();
  if (!vintage) return undefined;
  const all = store.observations(vintage.id);
  const context = contextOf(environment);
  const countries = groupBy(all, ({ area }) => area);
  const judged = [...countries]
    .filter(([area]) => (wishes.area ?? area) === area)
    .map(([, observations]) => judgeCountry(observations, wishes, context));
  const filenames = new Map(store.submissions().map(({ id, filename }) => [id, filename]));
  const findings = judged.flatMap(({ findings, observations }) =>
    withOrigin(findings, observations, filenames),
  );
  const counts = countsOf(judged.flatMap(({ tallies }) => tallies));
  const figures = judged.reduce((sum, { judgedFigures }) => sum + judgedFigures, 0);
  return { vintage, figures, counts, findings, ...compared(findings, counts, all, store, wishes) };
}

function contextOf({ denominator, now, store }: Environment): AcrossContext {
  const { peers } = knownFigures(store);
  return {
    peers,
    reference: denominator,
    previous: () => new Map(),
    currentYear: now().getUTCFullYear(),
    series: (code) => (seriesByCode.get(code) as { series: Series }).series,
  };
}

function judgeCountry(
  observations: readonly StoredObservation[],
  { rules, indicator }: DryRunWishes,
  context: AcrossContext,
) {
  const codes = indicator && new Set(indicator.series.map(({ code }) => code));
  const slices = groupBy(observations, ({ series }) => seriesByCode.get(series)?.indicator.id ?? "");
  const asked = (indicator ? [indicator] : indicators).filter(({ id }) => slices.has(id));
  const judgements = asked.map((one) =>
    judge({ indicator: one, observations: slices.get(one.id) ?? [] }, rules, { ...context, indicator: one }),
  );
  const across = rules.filter(
    (rule): rule is AcrossRule =>
      rule.across !== undefined && (!codes || rule.across.some((series) => codes.has(series))),
  );
  const held = new Set(judgements.flatMap((judgement) => [...judgement.held]));
  const joint = judgeAcross(
    observations.filter((observation) => !held.has(observation)),
    across,
    context,
  );
  return {
    observations,
    judgedFigures: asked.reduce((sum, { id }) => sum + (slices.get(id)?.length ?? 0), 0),
    findings: [...judgements, joint].flatMap(({ findings }) => findings),
    tallies: [...judgements, joint].map(({ tallies }) => tallies),
  };
}

function withOrigin(
  findings: readonly Finding[],
  observations: readonly StoredObservation[],
  filenames: ReadonlyMap<string, string>,
): DryFinding[] {
  if (findings.length === 0) return [];
  const origins = new Map(observations.map((one) => [keyId(one), one.submission]));
  return findings.map((finding) => {
    const submission = origins.get(keyId(finding.key as Key)) ?? "";
    return { ...finding, submission, filename: filenames.get(submission) ?? "" };
  });
}

/** Findings now against those stored, for the rules that could be judged and the figures in force. */
function compared(
  findings: readonly DryFinding[],
  counts: readonly RuleCount[],
  all: readonly StoredObservation[],
  store: Store,
  { area, indicator }: DryRunWishes,
): Pick<DryRun, "fresh" | "gone"> {
  const judged = new Set(counts.filter(({ pass, fail }) => pass + fail > 0).map(({ rule }) => rule));
  const codes = indicator && new Set(indicator.series.map(({ code }) => code));
  const inForce = new Map(all.map((one) => [keyId(one), one.submission]));
  const about = store.findings(area === undefined ? {} : { area }).filter(({ rule, key, submission }) => {
    if (key === null || !judged.has(rule) || (codes && !codes.has(key.series))) return false;
    return inForce.get(keyId(key)) === submission;
  });
  const now = new Set(findings.map(findingText));
  const before = new Set(about.map(findingText));
  return {
    fresh: findings.filter((finding) => !before.has(findingText(finding))),
    gone: about.filter((finding) => !now.has(findingText(finding))),
  };
}

const findingText = ({ rule, key }: Finding): string => `${rule} ${key ? keyId(key) : ""}`;
