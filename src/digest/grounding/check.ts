import { comparable, locateQuote } from './quotes';
import { missingSpecific, specificsOf } from './specifics';
import type { MissingSpecific } from './specifics';
import { evidenceIn } from './source';
import type { Evidence, Source } from './source';
import { isCjk } from '../../text/characters';
import { rolesIn, swapsParties } from './names';
import { altersPassage } from './near-verbatim';
import { organisationsIn } from './organisations';
import { contradicts } from './polarity';
import { turnsBound } from './bounds';
import { turnsSense } from './sense';
import { turnsConsent } from './consent';
import { turnsFrequency } from './frequency';
import { turnsAmount } from './heads';
import { turnsPlace } from './places';
import { judgeSubject } from './subjects';
import { rewrites } from './rewrites';
import { misattributes } from './attribution';
import { turnsShare } from './shares';
import { misreadsRow } from './rows';
import { waivesException } from './exceptions';
import type { Sentence } from '../../text/sentence';
import type { Quantity } from '../../text/numbers';
import { halfWidth } from '../../text/width';

/** What the checks in this folder find wrong. */
export type UnverifiedReason =
  | 'no-citation'
  | 'quote-not-found'
  | 'number-not-found'
  | 'name-not-found'
  | 'date-not-found'
  | 'contradicts-quote';

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
  const one = (words: string): string => source.parties.rename(words);
  const context = { near: near.map(one), passage: one(textOf(passage)) };
  // Copied words that name the owner themselves say who it is.
  const doer = verbatim && names(one(text), one(owner)) ? '' : one(owner);
  const subject = judgeSubject(one(text), doer, one(own));
  if (subject === 'other' || swapsParties(verbatim ? '' : one(text), subject === 'same' ? '' : one(owner), context)) return { reason: 'name-not-found' };
  if (verbatim) return { cited };
  const missing = missingFrom(source, text, passage);
  if (missing !== undefined) return { reason: missing };
  const words = textOf(passage);
  if (namesAnother(source, text, passage) || turnsPlace(text, words) || source.parties.confuses(text) || turnsConsent(one(text), one(own))) return { reason: 'name-not-found' };
  // A short quote may leave out the very words that a statement changes: the sentence it stands in has them.
  const turned = contradicts(text, quote ?? own) || near.some((words) => altersPassage(text, words));
  if (turned || turnsBound(text, own) || turnsSense(text, own) || turnsFrequency(text, own) || turnsAmount(text, words) || turnsShare(text, own) || waivesException(text, own) || misreadsRow(text, passage.map((sentence) => sentence.text)) || misattributes(one(text), passage.map((sentence) => one(sentence.text.includes('\t') ? halfWidth(sentence.text) : readable(sentence.text)))) || rewrites(one(text), source.around(cited, 0).map((sentence) => one(readable(sentence.text))), (words) => source.has(words))) return { reason: 'contradicts-quote' };
  return { cited };
}

function names(text: string, owner: string): boolean {
  const roles = rolesIn(text);
  return text.includes(owner) || [...rolesIn(owner)].some((role) => roles.has(role));
}

function isVerbatim(source: Source, text: string, cited: readonly number[]): boolean {
  return locateQuote(source, text, cited)?.every((number) => cited.includes(number)) ?? false;
}

function missingFrom(source: Source, text: string, passage: readonly Sentence[]): MissingSpecific | undefined {
  const evidence = [...passage.map((sentence) => source.evidence(sentence)), ...acrossBreaks(passage)];
  const words = passage.map((sentence) => source.normalised(sentence).text).join('\n');
  // A date that can be read in two ways has to stand there as it is.
  // A number of an account may be written in groups.
  const long = ({ value }: Quantity): boolean => /^\d{8,}$/u.test(value) && new RegExp(`(?:^|\\D)${value}(?!\\d)`, 'u').test(words);
  const { dates, quantities } = specificsOf(text);
  return missingSpecific({ dates, quantities: quantities.filter((quantity) => !long(quantity)) }, evidence, (date) =>
    date.value === '' && words.includes(comparable(text.slice(date.at, date.at + date.length))),
  );
}

/** An owner in the document's own script has to be named in it; one in another script is a translation. */
function isKnown(source: Source, owner: string): boolean {
  const named = rolesIn(owner).size > 0;
  const translated = source.sentences.length > 0 && isCjk(owner.charAt(0)) !== source.isCjk;
  if (named || translated) return true;
  const stands = (name: string): boolean => {
    const wanted = comparable(name).toLowerCase();
    return source.sentences.some((sentence) => source.normalised(sentence).text.toLowerCase().includes(wanted));
  };
  return stands(owner) || owner.split(/[,，、;；/&]|\band\b|[和与及]/u).every((name) => name.trim() !== '' && stands(name));
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
