/** The conditions that are given a value, joined, and their values in order. */
export function conditions(wanted: Readonly<Record<string, string | number | undefined>>): {
  readonly where: string;
  readonly values: readonly (string | number)[];
} {
  const given = Object.entries(wanted).filter(
    (entry): entry is [string, string | number] => entry[1] !== undefined,
  );
  return {
    where: given.length > 0 ? `WHERE ${given.map(([condition]) => condition).join(" AND ")}` : "",
    values: given.map(([, value]) => value),
  };
}
