import type { DataStructure, SdmxObservation } from "../../sdmx/model.js";
import { ServiceError } from "../errors.js";
import { daysOf } from "./period.js";

const OPERATORS = ["eq", "ne", "lt", "le", "gt", "ge", "co", "nc", "sw", "ew"] as const;
type Operator = (typeof OPERATORS)[number];

/** One condition on a component, such as `ge:2015`. */
export interface Test {
  readonly operator: Operator;
  readonly value: string;
}

/** A component has to fulfil all tests of one of these lists. */
export interface Filter {
  readonly component: string;
  readonly anyOf: readonly (readonly Test[])[];
}

/**
 * The value of a parameter `c[…]` of SDMX REST 2.x: commas mean or, plus signs mean and, and bind closer;
 * `ge:2015+le:2024` is from 2015 to 2024.
 * @throws ServiceError for a component that is not in the structure, or a bound that cannot be one
 */
export function filterOf(structure: DataStructure, component: string, text: string): Filter {
  requireComponent(structure, component);
  const anyOf = text.split(",").map((all) => all.split("+").map(testOf));
  const filter = { component, anyOf };
  // Told here, not in the middle of an answer.
  for (const test of anyOf.flat()) holds(structure, component, test, "2000");
  return filter;
}

function testOf(text: string): Test {
  const [, operator, value] = /^([a-z]{2}):(.*)$/s.exec(text) ?? [];
  if (operator === undefined) return { operator: "eq", value: text };
  const known = OPERATORS.find((one) => one === operator);
  if (known) return { operator: known, value: value ?? "" };
  throw new ServiceError("syntax", `There is no operator "${operator}". There are ${OPERATORS.join(", ")}.`);
}

function requireComponent({ dimensions, time, measure, attributes }: DataStructure, id: string): void {
  if (![...dimensions, time, measure, ...attributes].some((one) => one.id === id))
    throw new ServiceError("semantic", `The structure has no component "${id.slice(0, 60)}" to filter by.`);
}

/** Whether an observation fulfils a filter. A value that is not there is unlike any other. */
export function fits(
  structure: DataStructure,
  { component, anyOf }: Filter,
  { key, period, value, attributes }: SdmxObservation,
): boolean {
  const { time, measure } = structure;
  const found =
    component === time.id
      ? period
      : component === measure.id
        ? value === null
          ? undefined
          : String(value)
        : (key[component] ?? attributes[component]);
  return anyOf.some((all) => all.every((test) => holds(structure, component, test, found)));
}

function holds(structure: DataStructure, component: string, test: Test, found: string | undefined): boolean {
  const { operator, value } = test;
  if (found === undefined) return operator === "ne" || operator === "nc";
  if (operator === "co") return found.includes(value);
  if (operator === "nc") return !found.includes(value);
  if (operator === "sw") return found.startsWith(value);
  if (operator === "ew") return found.endsWith(value);
  if (component === structure.time.id) return inTime(operator, found, value);
  return compared(operator, orderOf(structure, component, found, value));
}

/** Below, at or above: as numbers where the component has numbers, or else as text. */
function orderOf(structure: DataStructure, component: string, found: string, value: string): number {
  const { measure, attributes } = structure;
  const isNumber = [measure, ...attributes].some(({ id, type }) => id === component && type === "Double");
  if (!isNumber) return found < value ? -1 : found > value ? 1 : 0;
  const bound = Number(value);
  if (value.trim() === "" || Number.isNaN(bound))
    throw new ServiceError(
      "syntax",
      `${component} is compared with "${value.slice(0, 40)}", which is no number.`,
    );
  return Math.sign(Number(found) - bound);
}

const compared = (operator: Operator, order: number): boolean =>
  (operator === "eq" && order === 0) ||
  (operator === "ne" && order !== 0) ||
  (operator === "lt" && order < 0) ||
  (operator === "le" && order <= 0) ||
  (operator === "gt" && order > 0) ||
  (operator === "ge" && order >= 0);

/** A year lies from its first to its last day: it is at or after a period that starts no later, and so on. */
function inTime(operator: Operator, found: string, value: string): boolean {
  const [year, bound] = [daysOf(found), daysOf(value)];
  const isSame = year.first === bound.first && year.last === bound.last;
  if (operator === "eq") return isSame;
  if (operator === "ne") return !isSame;
  if (operator === "ge") return year.first >= bound.first;
  if (operator === "le") return year.last <= bound.last;
  return operator === "gt" ? year.first > bound.last : year.last < bound.first;
}
