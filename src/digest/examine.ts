import type { Draft, DraftAction, DraftDue, DraftFact, DraftStatement } from '../llm/draft';
import type { Due } from './digest';
import { Search, WORTH_SHOWING } from './passages/search';
import { evidenceIn, type Source } from './passages/source';
import { passageOf, tie, type Tied } from './passages/tie';
import { isWordForWord } from './passages/verbatim';
import type { Sentence } from '../text/sentence';
import type { Contradiction } from './checks/check';
import { dueOf } from './due';
import { notCopied } from './checks/copied';
import { contradictionOf } from './checks/table';

export type Section = 'summary' | 'actions' | 'points' | 'facts' | 'fields';

/** A statement of a draft. The form is the same for all sections. */
export interface Stated {
  readonly section: Section;
  /** The statement's text; for a fact, `name: value`. */
  readonly text: string;
  readonly refs: readonly number[];
  /** The quote of an action or a fact; empty in the other sections. */
  readonly quote: string;
  /** The person or party that has to act; empty except for actions. */
  readonly owner: string;
  readonly due: DraftDue;
  /** Present only when the statement is a fact. */
  readonly fact?: { readonly name: string; readonly value: string };
}

/** A statement with its place in the document and the results of the checks. */
export interface Examined {
  readonly stated: Stated;
  readonly due: Due;
  readonly tied: Tied;
  /**
   * The cited sentences, their neighbours and headings, in ascending order. If a distinctive word of the
   * statement, such as a name, is in none of these sentences, sentences with this word are added.
   */
  readonly passage: readonly Sentence[];
  /** True when the document contains the statement word for word. Such a statement is not checked further. */
  readonly wordForWord: boolean;
  readonly contradiction?: Contradiction & { readonly check: string };
}

const NO_DUE: DraftDue = { kind: 'none', text: '', date: '' };
const NONE: Omit<Stated, 'section' | 'text' | 'refs'> = { quote: '', owner: '', due: NO_DUE };

/**
 * Returns the statements of a draft in the order of the sections. Statements without text, and facts without
 * a value, are left out.
 */
export function statedIn(draft: Draft): Stated[] {
  const all = [
    ...draft.summary.map((each) => ofStatement('summary', each)),
    ...draft.actions.map(ofAction),
    ...draft.points.map((each) => ofStatement('points', each)),
    ...draft.facts.map((each) => ofFact('facts', each)),
    ...(draft.fields ?? []).map((each) => ofFact('fields', each)),
  ];
  return all.filter(({ text, fact }) => text !== '' && fact?.value !== '');
}

function ofStatement(section: Section, { text, refs }: DraftStatement): Stated {
  return { ...NONE, section, text: text.trim(), refs };
}

function ofAction({ text, refs, quote, owner, due }: DraftAction): Stated {
  return { section: 'actions', text: text.trim(), refs, quote, owner: owner.trim(), due };
}

function ofFact(section: Section, { name: rawName, value: rawValue, refs, quote }: DraftFact): Stated {
  const [name, value] = [rawName.trim(), rawValue.trim()];
  const text = name === '' ? value : `${name}: ${value}`;
  return {
    ...NONE,
    section,
    text,
    refs,
    quote: quote.trim() === '' ? value : quote,
    fact: { name, value },
  };
}

/** Compares statements with one document. */
export class Examiner {
  readonly source: Source;
  readonly #search: Search;

  constructor(source: Source) {
    this.source = source;
    this.#search = new Search(source);
  }

  /** Finds the sentences of the document that support a statement, and checks the statement against them. */
  examine(stated: Stated): Examined {
    const { source } = this;
    const tied = tie(source, this.#search, stated);
    const due =
      stated.section === 'actions' ? dueOf(stated.due, source, tied.cited) : { kind: 'none' as const };
    const dueWords = due.kind === 'none' ? '' : due.text;
    const words = [stated.text, stated.owner, dueWords].filter((each) => each !== '').join(' · ');
    const passage = this.#passage(words, tied.cited);
    const examined = { stated, due, tied, passage };
    const added = { owner: stated.owner, due: dueWords };
    if (isWordForWord(source, stated.text, tied.cited, added)) return { ...examined, wordForWord: true };
    if (tied.cited.length === 0) return { ...examined, wordForWord: false };
    const fact = stated.fact === undefined ? {} : { fact: stated.fact };
    const cited = source.around(tied.cited, 0);
    const found = contradictionOf({ source, words, ...fact, stated: evidenceIn(words), cited, passage });
    const contradiction =
      found === undefined ? {} : { contradiction: { ...found.found, check: found.check.name } };
    const absent =
      stated.section === 'fields' ? notCopied(stated.fact?.value ?? stated.text, source) : undefined;
    const lack = absent === undefined ? {} : { contradiction: { ...absent, check: 'copied' } };
    return { ...examined, wordForWord: false, ...lack, ...contradiction };
  }

  #passage(words: string, cited: readonly number[]): Sentence[] {
    const { source } = this;
    const own = passageOf(source, cited);
    const shown = cited.length === 0 ? [] : this.#search.missing(words, own, WORTH_SHOWING);
    return [...new Set([...own, ...source.around(shown, 0)])].sort((a, b) => a.number - b.number);
  }
}
