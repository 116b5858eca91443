import type { Failure } from "../../define.js";

/** A rule that found nothing wrong. One shared array, as most judgements end so. */
export const PASSED: readonly Failure[] = Object.freeze([]);
