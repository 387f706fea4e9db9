import * as v from 'valibot';
import { asRecord } from '../record';
import type { Draft, DraftAction, DraftStatement } from '../draft';
import { readDocumentType } from './document-types';
import { action, fact, factList, field, statement } from './draft-items';
import { DRAFT_NAMES, STATEMENT_NAMES, withNames } from './draft-names';
import { tags } from './draft-tags';
import { listOf, named, NOTHING, optionalText } from './lenient';

/**
 * Reads a draft from a model's answer. Answers in a slightly different form are read, too; see `lenient.ts`.
 */

/** Matches empty texts, and placeholders that models copy from the form in the prompt. */
const PLACEHOLDER = /^(string|text|\.{3}|…|<[^<>]*>)?$/i;

const hasText = (item: DraftStatement): boolean => !PLACEHOLDER.test(item.text);
const hasTask = (item: DraftAction): boolean =>
  hasText(item) && (item.quote !== '' || !NOTHING.test(item.text));

/** Replaces an object that is not a task, such as `{}` or `{ "none": true }`, by an empty list. */
function withoutNonTask(value: unknown): unknown {
  const record = asRecord(withNames(STATEMENT_NAMES)(value));
  return record === null || 'text' in record ? value : [];
}

const draftSchema: v.GenericSchema<unknown, Draft> = v.pipe(
  named(
    DRAFT_NAMES,
    v.object({
      title: optionalText,
      doc_type: v.optional(v.pipe(v.unknown(), v.transform(readDocumentType)), 'other'),
      language: v.pipe(
        optionalText,
        v.transform((tag) =>
          /^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$/.test(tag) ? tag.replaceAll('_', '-') : 'und',
        ),
      ),
      tags,
      summary: listOf(statement, hasText),
      actions: v.pipe(v.optional(v.unknown(), null), v.transform(withoutNonTask), listOf(action, hasTask)),
      points: listOf(statement, hasText),
      facts: listOf(
        fact,
        (item) => (item.name === '' || !PLACEHOLDER.test(item.name)) && !PLACEHOLDER.test(item.value),
        factList,
      ),
      fields: v.exactOptional(listOf(field, (item) => !PLACEHOLDER.test(item.value), factList)),
    }),
  ),
  v.check(
    (draft) => draft.summary.length + draft.actions.length + draft.points.length + draft.facts.length > 0,
    'summary, actions, points and facts are all empty',
  ),
);

/**
 * Validates a parsed JSON value. Never throws.
 * @returns the draft, or a text for the model that describes what is wrong with the value
 */
export function readDraft(value: unknown): { readonly draft: Draft } | { readonly problem: string } {
  const read = v.safeParse(draftSchema, value, { abortEarly: false });
  if (read.success) return { draft: read.output };
  const problems = read.issues.slice(0, 5).map((issue) => {
    const path = v.getDotPath(issue);
    return path === null ? issue.message : `${path}: ${issue.message}`;
  });
  return { problem: problems.join('; ').slice(0, 600) };
}
