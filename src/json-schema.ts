/** Pieces that the JSON schemas we publish are made of. */

export type JsonSchema = { readonly [keyword: string]: unknown };

/** An object whose properties are all there, and no others. */
export function exactly(properties: JsonSchema): JsonSchema {
  return { type: "object", required: Object.keys(properties), additionalProperties: false, properties };
}

export const orNull = (schema: JsonSchema): JsonSchema => ({ oneOf: [{ type: "null" }, schema] });

export const listOf = (items: JsonSchema): JsonSchema => ({ type: "array", items });
