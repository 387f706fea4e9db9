/** A JSON Schema that uses only the features that strict modes accept. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export const stringType = { type: 'string' } as const;
export const integerType = { type: 'integer' } as const;
export const refsType = { type: 'array', items: integerType } as const;

/** Creates the schema of an object in strict mode: all properties are required, and no others are allowed. */
export function strictObject(properties: JsonSchema): JsonSchema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

export function strictList(properties: JsonSchema): JsonSchema {
  return { type: 'array', items: strictObject(properties) };
}
