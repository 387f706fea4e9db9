import { documentTypes, dueKinds, type Draft } from '../draft';
import type { OwnField } from '../own-field';
import { refsType, strictList, strictObject, stringType, type JsonSchema } from './strict-schema';

/**
 * Defines the form of the model's answer as JSON Schema, for endpoints that enforce a schema. Other endpoints
 * can return a slightly different form, which `read-draft.ts` accepts, too.
 */

const draftProperties = {
  title: stringType,
  doc_type: { type: 'string', enum: [...documentTypes] },
  language: stringType,
  tags: { type: 'array', items: stringType },
  summary: strictList({ text: stringType, refs: refsType }),
  actions: strictList({
    text: stringType,
    owner: stringType,
    quote: stringType,
    refs: refsType,
    due: strictObject({ kind: { type: 'string', enum: [...dueKinds] }, text: stringType, date: stringType }),
  }),
  points: strictList({ text: stringType, refs: refsType }),
  facts: strictList({ name: stringType, value: stringType, quote: stringType, refs: refsType }),
} satisfies Readonly<Record<Exclude<keyof Draft, 'fields'>, JsonSchema>>;

const DRAFT_JSON_SCHEMA = strictObject(draftProperties);

/** Returns the JSON Schema of an answer with a draft and with the values of these fields. */
export function draftJsonSchema(fields: readonly Pick<OwnField, 'name'>[] = []): JsonSchema {
  if (fields.length === 0) return DRAFT_JSON_SCHEMA;
  const name = { type: 'string', enum: fields.map((each) => each.name) };
  const values = strictList({ name, value: stringType, quote: stringType, refs: refsType });
  return strictObject({ ...draftProperties, fields: values });
}
