import type { Draft } from '../llm/draft';
import type { Contradiction } from './checks/check';
import type { Examined, Section } from './examine';
import type { Action, Checking, Citation, Digest, Doubt, Fact, Statement, Unverified } from './digest';
import { citationsOf, citationsOfPart } from './passages/citations';
import type { Source } from './passages/source';

/** A checked statement, with its doubt if it has one. */
export interface Settled {
  readonly examined: Examined;
  readonly doubt?: Doubt;
}

/**
 * Builds a digest from checked statements. A statement with a doubt appears under "To be verified", any other
 * statement in its section.
 */
export function assemble(
  draft: Draft,
  settled: readonly Settled[],
  source: Source,
  checking: Checking,
): Digest {
  const confirmed = (section: Section): readonly Examined[] =>
    settled
      .filter(({ examined, doubt }) => doubt === undefined && examined.stated.section === section)
      .map(({ examined }) => examined);
  const fields = confirmed('fields').map((each) => toFact(each, source));
  return {
    title: draft.title.trim(),
    documentType: draft.doc_type,
    language: languageOf(draft, source),
    tags: draft.tags,
    summary: confirmed('summary').map((each) => toStatement(each, source)),
    actions: inDocumentOrder(confirmed('actions')).map((each) => toAction(each, source)),
    points: confirmed('points').map((each) => toStatement(each, source)),
    facts: inDocumentOrder(confirmed('facts')).map((each) => toFact(each, source)),
    ...(fields.length === 0 ? {} : { fields }),
    unverified: settled.flatMap((each) => toUnverified(each, source)),
    checking,
  };
}

/**
 * Sorts by the first sentence that the model refers to. If the model refers to none, the first sentence that
 * was found for the statement is used.
 */
function inDocumentOrder(statements: readonly Examined[]): readonly Examined[] {
  const first = ({ stated: { refs }, tied: { cited } }: Examined): number =>
    Math.min(...(refs.length === 0 ? cited.slice(0, 1) : refs));
  return [...statements].sort((one, other) => (first(one) === first(other) ? 0 : first(one) - first(other)));
}

/** Returns the doubt that the plugin's own checks found, without a model; undefined when they found none. */
export function doubtOf({ tied, wordForWord, contradiction }: Examined): Doubt | undefined {
  if (wordForWord) return undefined;
  if (tied.cited.length === 0) return { kind: 'no-passage' };
  return contradiction === undefined ? undefined : contradicted(contradiction);
}

function contradicted({ fact, stated, found }: Contradiction): Doubt {
  return found === undefined ? { kind: 'absent', fact, stated } : { kind: 'differs', fact, stated, found };
}

/** Returns whether less than half of the summary's statements remain in the summary. */
export function isThin(settled: readonly Settled[]): boolean {
  const summary = settled.filter(({ examined }) => examined.stated.section === 'summary');
  return summary.filter(({ doubt }) => doubt === undefined).length < summary.length / 2;
}

/**
 * Returns the language of the document's text. If the text does not show it, returns the language that the
 * model reports.
 */
function languageOf(draft: Draft, source: Source): string {
  const own = source.language;
  return own === 'und' && draft.language !== '' ? draft.language : own;
}

function toStatement({ stated, tied }: Examined, source: Source): Statement {
  return { text: stated.text, citations: citationsOf(source, tied.cited) };
}

function toAction({ stated, due, tied }: Examined, source: Source): Action {
  return { text: stated.text, citations: placeOf(tied, source), owner: stated.owner, due };
}

function toFact({ stated, tied }: Examined, source: Source): Fact {
  const { name, value } = stated.fact ?? { name: '', value: stated.text };
  return { text: stated.quote.trim(), name, value, citations: placeOf(tied, source) };
}

function placeOf({ quote, cited }: Examined['tied'], source: Source): readonly Citation[] {
  return quote === undefined ? citationsOf(source, cited) : citationsOfPart(source, quote);
}

function toUnverified({ examined, doubt }: Settled, source: Source): Unverified[] {
  if (doubt === undefined) return [];
  const { stated, due, tied } = examined;
  const citations = citationsOf(source, tied.cited);
  const owner = stated.owner === '' ? {} : { owner: stated.owner };
  const by = due.kind === 'none' ? {} : { due: due.text };
  return [{ text: stated.text, citations, section: stated.section, doubt, ...owner, ...by }];
}
