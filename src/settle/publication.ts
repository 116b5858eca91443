import { keyId } from "../keys.js";
import type { PublicExplanation, Settlement, StoredObservation } from "../types.js";
import { figure } from "../validate/rules/figures.js";

/**
 * What countries explained of the figures in force, of the texts that they let be published and that were
 * accepted last. In the order in which they were given.
 */
export function publicExplanations(
  settlements: readonly Settlement[],
  observations: readonly StoredObservation[],
): PublicExplanation[] {
  const accepted = acceptedTexts(settlements);
  if (accepted.length === 0) return [];
  const areas = new Set(accepted.map(({ key }) => key.area));
  const inForce = new Map<string, number | null>();
  for (const observation of observations) {
    if (!areas.has(observation.area)) continue;
    inForce.set(keyId(observation), observation.value === null ? null : figure(observation));
  }
  const published = new Map<string, PublicExplanation>();
  for (const { key, value, text } of accepted) {
    if (inForce.get(keyId(key)) === value) published.set(`${keyId(key)} ${text}`, { ...key, text });
  }
  return [...published.values()];
}

/**
 * Observations with what was published of them added to their comment. Those without are the very same records.
 */
export function withExplanations(
  observations: readonly StoredObservation[],
  explanations: readonly PublicExplanation[],
): readonly StoredObservation[] {
  if (explanations.length === 0) return observations;
  const areas = new Set(explanations.map(({ area }) => area));
  const texts = new Map<string, string[]>();
  for (const explanation of explanations) {
    const id = keyId(explanation);
    texts.set(id, [...(texts.get(id) ?? []), explanation.text]);
  }
  return observations.map((observation) => {
    const added = areas.has(observation.area) ? texts.get(keyId(observation)) : undefined;
    if (!added) return observation;
    const said = [observation.comment, ...added].filter((text) => text.trim() !== "");
    return { ...observation, comment: [...new Set(said)].join("; ") };
  });
}

/** Of each doubt whose last decision is to accept, the explanation that was accepted, if it may be published. */
function acceptedTexts(settlements: readonly Settlement[]): Settlement[] {
  const explained = new Map<string, Settlement>();
  const accepted = new Map<string, Settlement>();
  for (const settlement of settlements) {
    const id = `${settlement.rule} ${settlement.value} ${keyId(settlement.key)}`;
    const explanation = explained.get(id);
    if (settlement.kind === "explained") explained.set(id, settlement);
    else accepted.delete(id);
    if (settlement.kind === "accepted" && explanation?.public) accepted.set(id, explanation);
  }
  return [...accepted.values()];
}
