import type { UnverifiedReason } from './digest';
import { comparable, locateQuote } from './quotes';
import { missingSpecific, specificsOf } from './specifics';
import type { MissingSpecific } from './specifics';
import { evidenceIn } from './source';
import type { Evidence, Source } from './source';
import { isCjk } from '../text/characters';
import { rolesIn, swapsParties } from './names';
import { altersPassage } from './near-verbatim';
import { organisationsIn } from './organisations';
import { contradicts } from './polarity';
import type { Sentence } from '../text/sentence';
import { halfWidth } from '../text/width';

/** The sentences that support a statement, or why none do. */
export type Checked = { readonly cited: readonly number[] } | { readonly reason: UnverifiedReason };

/** What is to be checked: a statement, who is said to have to do it, and the quote it rests on. */
export interface Stated {
  readonly text: string;
  readonly owner?: string;
  readonly quote?: string;
}

/** Sentences before and after the cited ones in which a figure may stand. */
const REACH = 1;

/**
 * Checks the figures, dates and parties of a statement against the sentences it cites and those next to them. With a
 * quote, who is obliged is read from the quote alone.
 */
export function checkStatement(source: Source, stated: Stated, cited: readonly number[]): Checked {
  const text = readable(stated.text);
  const owner = readable(stated.owner ?? '');
  const quote = stated.quote === undefined ? undefined : readable(stated.quote);
  const passage = source.around(cited, REACH);
  const own = readable(textOf(source.around(cited, 0)));
  const near = quote === undefined ? [own] : [quote, own];
  if (owner !== '' && !isKnown(source, owner)) return { reason: 'name-not-found' };
  // What stands there word for word needs no further support; only its owner does.
  const verbatim = isVerbatim(source, text, cited);
  if (swapsParties(verbatim ? '' : text, owner, { near, passage: textOf(passage) })) return { reason: 'name-not-found' };
  if (verbatim) return { cited };
  const missing = missingFrom(source, text, passage);
  if (missing !== undefined) return { reason: missing };
  if (namesAnother(source, text, passage)) return { reason: 'name-not-found' };
  // A short quote may leave out the very words that a statement changes: the sentence it stands in has them.
  if (contradicts(text, quote ?? own) || near.some((words) => altersPassage(text, words))) return { reason: 'contradicts-quote' };
  return { cited };
}

function isVerbatim(source: Source, text: string, cited: readonly number[]): boolean {
  return locateQuote(source, text, cited)?.every((number) => cited.includes(number)) ?? false;
}

function missingFrom(source: Source, text: string, passage: readonly Sentence[]): MissingSpecific | undefined {
  const evidence = [...passage.map((sentence) => source.evidence(sentence)), ...acrossBreaks(passage)];
  const words = passage.map((sentence) => source.normalised(sentence).text).join('\n');
  // A date that can be read in two ways has to stand there as it is.
  return missingSpecific(specificsOf(text), evidence, (date) =>
    date.value === '' && words.includes(comparable(text.slice(date.at, date.at + date.length))),
  );
}

/** An owner in the document's own script has to be named in it; one in another script is a translation. */
function isKnown(source: Source, owner: string): boolean {
  const wanted = comparable(owner).toLowerCase();
  const named = rolesIn(owner).size > 0;
  const translated = source.sentences.length > 0 && isCjk(owner.charAt(0)) !== source.isCjk;
  return named || translated || source.sentences.some((sentence) => source.normalised(sentence).text.toLowerCase().includes(wanted));
}

/**
 * True when a statement names an organisation that the passage does not, neither by its name nor by the role the
 * document gives it (甲方：…有限公司; … Ltd. (the “Client”)).
 */
function namesAnother(source: Source, text: string, passage: readonly Sentence[]): boolean {
  const words = textOf(passage);
  const named = organisationsIn(words);
  const roles = rolesIn(words);
  return organisationsIn(text)
    .filter((name) => !named.includes(name))
    .some((name) => !source.rolesOf(name).some((role) => roles.has(role)));
}

/** Figures and dates that a broken paragraph parts: `until September` / `30, 2027`. */
function acrossBreaks(passage: readonly Sentence[]): Evidence[] {
  return passage.flatMap((sentence, index) => {
    const next = passage[index + 1];
    if (next?.number !== sentence.number + 1 || /[。．.！!？?；;：:]\s*$/u.test(sentence.text)) return [];
    const tight = isCjk(sentence.text.slice(-1)) || isCjk(next.text.charAt(0));
    return [evidenceIn(`${sentence.text.slice(-60)}${tight ? '' : ' '}${next.text.slice(0, 60)}`)];
  });
}

/** Width forms, invisible characters and breaks between Chinese characters out, so that words can be looked for. */
function readable(text: string): string {
  return halfWidth(text)
    .replace(/\p{Cf}/gu, '')
    .replace(/(\p{Ll})-\s+(?=\p{Ll})/gu, '$1')
    .replace(/\s+/gu, ' ')
    .replace(/([\u3000-\u9fff]) (?=[\u3000-\u9fff])/gu, '$1')
    .trim();
}

function textOf(sentences: readonly Sentence[]): string {
  return sentences.map((sentence) => sentence.text).join('\n');
}
