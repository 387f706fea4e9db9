import { BEFORE_NUMBERS, EITHER, LETTERED, OPENERS, TITLES } from './lexicon/abbreviations';
import { OTHER_MONTH } from './calendar';
import { isCjk, isDigit, isLetter, isSpace } from './characters';

/** Matches `Juli 2026`, in the languages in which a date can have a period after the day: `1. Juli 2026`. */
const MONTH_AT_START = new RegExp(`^${OTHER_MONTH}\\s+\\d{4}`, 'iu');
/** Full stops that end a sentence unless the next character continues it. */
const FULL_STOPS = '。｡！？；';
/** Full stops that end a sentence only before a space, a Chinese character or the end of the text. */
const LATIN_STOPS = '!?';
/** Periods. They end a sentence only if they are not a part of a number, an abbreviation or a name. */
const PERIODS = '.．';
/** Closing marks that belong to the sentence before them. */
const CLOSERS = '"\'”’」』）)】］]〉》｝}»';
const OPEN_BRACKETS = '（([【［';
const CLOSED_BRACKETS = '）)]】］';
/** Characters that never begin a sentence. So a full stop before such a character does not end a sentence. */
const CONTINUATIONS = '，,、；;：:。.！!？?）)】］]」』”’》〉%％…';
/** A bracket that is not closed within this many UTF-16 units is treated as an ordinary character. */
const BRACKET_REACH = 300;
/** Maximum number of full stops and closing marks in a row. It limits the work on hostile text. */
const MOST_CLOSERS = 16;
/** Maximum length of a clause number, in UTF-16 units. */
const LONGEST_NUMBER = 24;
/**
 * Maximum length of a sentence in UTF-16 units. A longer sentence is cut, for example after a semicolon or a
 * comma, so that the lines of the prompt stay short.
 */
const LONGEST = 1200;

/**
 * Returns the ends of the sentences of a paragraph: the offset after each sentence in UTF-16 units,
 * ascending. The last one is the length of the text. White space between two sentences belongs to the second
 * one.
 */
export function sentenceBreaks(text: string): number[] {
  const breaks: number[] = [];
  let start = 0;
  const end = (at: number): void => {
    breaks.push(...longBreaks(text, start, at), at);
    start = at;
  };
  for (let at = 0; at < text.length; at += 1) {
    const closing = closingBracket(text, at);
    if (closing > at) {
      at = closing;
      continue;
    }
    if (!isFullStop(text, start, at)) continue;
    const after = skipClosers(text, at);
    if (after < text.length && !cannotBeginSentence(text, at, after)) end(after);
    at = after - 1;
  }
  if (start < text.length) end(text.length);
  return breaks;
}

/**
 * A full stop in brackets does not end a sentence, except right before the closing bracket. If a bracket
 * opens at `at` and is closed later, returns the offset of the last character to skip; otherwise `at`.
 */
function closingBracket(text: string, at: number): number {
  if (!OPEN_BRACKETS.includes(text.charAt(at))) return at;
  let depth = 0;
  for (let index = at; index < Math.min(text.length, at + BRACKET_REACH); index += 1) {
    const character = text.charAt(index);
    if (OPEN_BRACKETS.includes(character)) depth += 1;
    if (CLOSED_BRACKETS.includes(character)) depth -= 1;
    // In `(See annex.) Next`, the full stop before the closing bracket ends a sentence.
    if (depth === 0) return endsInside(text, index) ? index - 2 : index - 1;
  }
  return at;
}

function endsInside(text: string, closing: number): boolean {
  return (FULL_STOPS + LATIN_STOPS + PERIODS).includes(text.charAt(closing - 1));
}

function isFullStop(text: string, start: number, at: number): boolean {
  const character = text.charAt(at);
  if (FULL_STOPS.includes(character)) return true;
  if (LATIN_STOPS.includes(character)) return isOpenAfter(text, at);
  if (character === ';') return at > 0 && isCjk(text.charAt(at - 1));
  return PERIODS.includes(character) && isPeriodAtEnd(text, start, at);
}

function isOpenAfter(text: string, at: number): boolean {
  const next = text.charAt(skipClosers(text, at));
  return next === '' || isSpace(next) || isCjk(next);
}

function isPeriodAtEnd(text: string, start: number, at: number): boolean {
  const previous = text.charAt(at - 1);
  const after = skipClosers(text, at);
  const next = text.charAt(after);
  // Leader dots of a table of contents: `. . . . 12`.
  if (isSpace(previous) || previous === '') return false;
  if (next === '') return true;
  if (isCjk(previous) && !isDigit(next)) return true;
  if (!isSpace(next)) return isCjk(next) && isLetter(previous) && at - start > 12;
  return (
    !(at - start < LONGEST_NUMBER && isListNumber(text.slice(start, at))) && !isAbbreviation(text, at, after)
  );
}

/** Returns true when the text before the period is only a clause number: `1`, `3.2`, `iv`, `(a`, `B`. */
function isListNumber(opening: string): boolean {
  return /^\s*[([（]?(?:\d+(?:\.\d+)*|[ivxlc]{1,5}|[a-z]|第.{1,5}[条章节])[)\]）]?$/iu.test(opening);
}

function isAbbreviation(text: string, at: number, after: number): boolean {
  const rest = text.slice(after, after + 60).trimStart();
  if (/^[(（]?\p{Ll}(?![.)]\s)/u.test(rest)) return true;
  // The period is part of a date and does not end a sentence: `am 1. Juli 2026`.
  if (isDigit(text.charAt(at - 1)) && MONTH_AT_START.test(rest)) return true;
  const word = /[\p{L}\d]+(?:\.[\p{L}\d]+)*$/u.exec(text.slice(Math.max(0, at - 30), at))?.[0] ?? '';
  const lower = word.toLowerCase();
  if (TITLES.has(lower)) return true;
  if (BEFORE_NUMBERS.has(lower) && /^[\d#(]|^[IVXLC]+\b|^\p{Lu}+[-/\d]*\d/u.test(rest)) return true;
  if (!EITHER.has(lower) && !/^\p{Lu}$|^(?:\p{L}\.)+\p{L}$/u.test(word)) return false;
  if (/^\p{Lu}$/u.test(word) && namesSomething(text, at - 1)) return false;
  const nextWord = /^["“‘(]?(\p{L}+)/u.exec(rest)?.[1] ?? '';
  return !OPENERS.has(nextWord.toLowerCase());
}

function namesSomething(text: string, letter: number): boolean {
  const noun = /(\p{L}+)\s+$/u.exec(text.slice(Math.max(0, letter - 30), letter))?.[1] ?? '';
  return LETTERED.has(noun.toLowerCase());
}

/**
 * Returns the offset after the full stop at `at` and after all further full stops (`?!`, `……`), closing
 * quotes and closing brackets that follow it.
 */
function skipClosers(text: string, at: number): number {
  let after = at + 1;
  while (
    after < Math.min(text.length, at + MOST_CLOSERS) &&
    (FULL_STOPS + LATIN_STOPS + CLOSERS).includes(text.charAt(after))
  )
    after += 1;
  return after;
}

function cannotBeginSentence(text: string, at: number, after: number): boolean {
  const next = text.charAt(after);
  if (CONTINUATIONS.includes(next)) return true;
  // After a closing quote, 的 continues the sentence.
  return after > at + 1 && next === '的';
}

function longBreaks(text: string, start: number, end: number): number[] {
  const cuts: number[] = [];
  let from = start;
  while (end - from > LONGEST) {
    const cut = bestCut(text, from, from + LONGEST);
    cuts.push(cut);
    from = cut;
  }
  return cuts;
}

/**
 * Returns the offset after the last semicolon, else after the last comma or colon, else after the last space.
 */
function bestCut(text: string, from: number, limit: number): number {
  for (const marks of ['；;', '，,、：:', ' \t\n\u3000']) {
    for (let at = limit - 1; at > from + LONGEST / 2; at -= 1) {
      if (marks.includes(text.charAt(at)) && !isDigit(text.charAt(at + 1))) return at + 1;
    }
  }
  const last = text.charCodeAt(limit - 1);
  // A cut never separates the halves of a surrogate pair.
  return last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit;
}
