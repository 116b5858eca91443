import { type Fault, type Kind, spoil, type World } from "./kind.js";
import type { CountryFile, Row } from "./rows.js";

export type Size = "small" | "medium" | "large" | "none";

/** A file with one fault in it. */
export interface Injection {
  readonly kind: string;
  readonly size: Size;
  readonly area: string;
  readonly clean: readonly Row[];
  readonly fault: Fault;
  readonly spoilt: readonly Row[];
}

/** Medium: up to twice the least size. Small: a quarter of it and more, which nobody can ask every rule to see. */
export function sizeOf({ strength }: Fault): Size | null {
  if (strength === null) return "none";
  if (strength > 2) return "large";
  if (strength >= 1) return "medium";
  return strength >= 0.25 ? "small" : null;
}

/**
 * `count` faults of one kind, one to a copy of a file, so that none hides another. Countries are drawn
 * without replacement until all have had their turn; the same `random` gives the same faults.
 *
 * @param sizes which sizes may be drawn
 * @returns fewer where the files do not have that many places for the kind
 */
export function inject(
  kind: Kind,
  files: readonly CountryFile[],
  worldOf: (area: string) => World,
  { count, sizes, random }: { count: number; sizes: ReadonlySet<Size>; random: () => number },
): Injection[] {
  let open = files.map((file) => ({ file, left: null as Fault[] | null }));
  const injections: Injection[] = [];
  while (open.length > 0 && injections.length < count) {
    for (const one of shuffled(open, random)) {
      if (injections.length === count) break;
      const { area, rows } = one.file;
      one.left ??= kind.faults(rows, worldOf(area)).filter((fault) => fits(fault, sizes));
      const [fault] = one.left.splice(Math.floor(random() * one.left.length), 1);
      if (!fault) continue;
      const size = sizeOf(fault) as Size;
      injections.push({ kind: kind.id, size, area, clean: rows, fault, spoilt: spoil(rows, fault) });
    }
    open = open.filter(({ left }) => left === null || left.length > 0);
  }
  return injections;
}

function fits(fault: Fault, sizes: ReadonlySet<Size>): boolean {
  const size = sizeOf(fault);
  return size !== null && sizes.has(size);
}

/** Fisher and Yates. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as T, order[i] as T];
  }
  return order;
}
