import type { Draft, DraftAction, DraftFact, DraftStatement } from '../../llm/answer/draft';
import { documentLanguage } from '../../text/language';
import { citationsOf, citationsOfPart } from './citations';
import { checkStatement, type UnverifiedReason } from './check';
import type { Action, Digest, Doubt, Fact, Statement, Unverified } from '../digest';
import { isNamed } from './fact-names';
import { groundDue } from './ground-due';
import { comparable, locatePassage, locateQuote } from './quotes';
import type { Source } from './source';


/** Outcome of one item: what goes into the digest, or why it does not. */
type Grounded<Item> = { readonly item: Item } | { readonly unverified: Unverified };

/**
 * A draft tied to the document. Every statement that stays is supported by the sentences it cites; what is not
 * supported stands in `unverified` with its reason, once, and nowhere else. Nothing is left out and nothing is
 * reworded. References that point at no sentence are dropped, wrong ones corrected where the quote is found.
 */
export function ground(draft: Draft, source: Source): Digest {
  const summary = split(draft.summary.filter(hasText), (each) => groundStatement(source, each, 'summary'));
  const actions = split(draft.actions.filter(hasText), (each) => groundAction(source, each));
  const points = split(draft.points.filter(hasText), (each) => groundStatement(source, each, 'points'));
  const facts = split(draft.facts.filter((fact) => fact.value.trim() !== ''), (each) => groundFact(source, each));
  return {
    title: draft.title.trim(),
    documentType: draft.doc_type,
    language: languageOf(draft, source),
    tags: draft.tags,
    summary: summary.items,
    actions: actions.items,
    points: points.items,
    facts: facts.items,
    unverified: [...summary.unverified, ...actions.unverified, ...points.unverified, ...facts.unverified],
    checking: { level: 'facts' },
  };
}

function hasText(statement: DraftStatement): boolean {
  return statement.text.trim() !== '';
}

/** The document's own language; the model's word only where the text does not tell. */
function languageOf(draft: Draft, source: Source): string {
  const own = documentLanguage(source.sentences.slice(0, 2000).map((sentence) => sentence.text).join('\n'));
  return own === 'und' && draft.language !== '' ? draft.language : own;
}

function split<In, Item>(
  drafts: readonly In[],
  groundOne: (draft: In) => Grounded<Item>,
): { readonly items: Item[]; readonly unverified: Unverified[] } {
  const items: Item[] = [];
  const unverified: Unverified[] = [];
  for (const draft of drafts) {
    const grounded = groundOne(draft);
    if ('item' in grounded) items.push(grounded.item);
    else unverified.push(grounded.unverified);
  }
  return { items, unverified };
}

/** A summary sentence or key point: has no quote, so what it cites must hold its figures, dates and parties. */
function groundStatement(
  source: Source,
  draft: DraftStatement,
  section: 'summary' | 'points',
): Grounded<Statement> {
  const text = draft.text.trim();
  const refs = source.existing(draft.refs);
  const verbatim = refs.length === 0 ? locateQuote(source, text, refs) : undefined;
  const cited = verbatim ?? refs;
  if (cited.length === 0) return rejected(source, text, cited, section, 'no-citation');
  const checked = checkStatement(source, { text }, cited);
  if ('reason' in checked) return rejected(source, text, cited, section, checked.reason);
  return { item: { text, citations: citationsOf(source, checked.cited) } };
}

function groundAction(source: Source, draft: DraftAction): Grounded<Action> {
  const text = draft.text.trim();
  const refs = source.existing(draft.refs);
  const located = tooShort(draft.quote) ? undefined : locatePassage(source, draft.quote, refs);
  if (located === undefined) return rejected(source, text, refs, 'actions', 'quote-not-found');
  const cited = located.sentences;
  const checked = checkStatement(source, { text, owner: draft.owner, quote: draft.quote }, cited);
  if ('reason' in checked) return rejected(source, text, cited, 'actions', checked.reason);
  const due = groundDue(draft.due, source, cited);
  return { item: { text, citations: citationsOfPart(source, located), owner: draft.owner.trim(), due } };
}

function groundFact(source: Source, draft: DraftFact): Grounded<Fact> {
  const name = draft.name.trim();
  const value = draft.value.trim();
  const refs = source.existing(draft.refs);
  const quote = draft.quote.trim() === '' ? value : draft.quote;
  const located = locatePassage(source, quote, refs);
  const text = name === '' ? value : `${name}: ${value}`;
  if (located === undefined) return rejected(source, text, refs, 'facts', 'quote-not-found');
  const cited = located.sentences;
  // The value itself, too, has to be read in the passage; a translated one has its figures checked.
  if (!isNamed(source, { name, value }, cited)) return rejected(source, text, cited, 'facts', 'contradicts-quote');
  const literal = locateQuote(source, value, cited);
  const checked = literal === undefined ? checkStatement(source, { text: value, quote }, cited) : { cited };
  if ('reason' in checked) return rejected(source, text, cited, 'facts', checked.reason);
  return { item: { text: quote.trim(), name, value, citations: citationsOfPart(source, located) } };
}

/** A quote of a word or two stands everywhere and proves nothing: four Chinese characters or twelve letters. */
function tooShort(quote: string): boolean {
  const text = comparable(quote);
  const han = text.match(/[\u3400-\u9fff]/gu)?.length ?? 0;
  return han * 3 + (text.length - han) < 12;
}

function rejected(
  source: Source,
  text: string,
  cited: readonly number[],
  section: Unverified['section'],
  reason: UnverifiedReason,
): { readonly unverified: Unverified } {
  return { unverified: { text, citations: citationsOf(source, cited), section, doubt: doubtOf(reason) } };
}

function doubtOf(reason: UnverifiedReason): Doubt {
  const isUntied = reason === 'no-citation' || reason === 'quote-not-found';
  return isUntied ? { kind: 'no-passage' } : { kind: 'not-supported', why: '' };
}
