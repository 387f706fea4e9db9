import type { DocumentType } from '../digest';
import { readingWidth } from './clauses';
import { endsAsSentence, isAside, isStatement } from './noise';
import type { Chosen } from './statements';
import { NO_TITLE } from './title';
import type { Unit } from './units';

/** Maximum number of units (see `units.ts`) that are examined. */
const SAMPLE = 400;
/** Minimum share of whole sentences in a text. In tables, forms and drawings, the share is lower. */
const LEAST_PROSE = 0.2;
/** A text with a larger share of options among its units is an exam. */
const MOST_OPTIONS = 0.15;
/** A text with a larger share of speech among its units is a story. */
const MOST_SPEECH = 0.08;
/** Maximum number of headings that replace a summary. */
const HEADINGS = 8;

/** The options and blanks of an exam. */
const OPTION = /^[\s(（]*[A-EＡ-Ｅ][.．、)）]\s?\S|[（(]\s{0,6}[)）]|_{3,}|＿{2,}/u;
/** A whole sentence in quotation marks, as in a story. */
const SPEECH = /^[“"「『][^”"」』]+[.?!。？！…，,][”"」』]/u;

/**
 * Returns true when selected sentences can summarise a document. Sentences of tables, forms, exams and
 * stories cannot.
 */
export function hasProse(units: readonly Unit[], type: DocumentType): boolean {
  const read = units.slice(0, SAMPLE);
  const width = (all: readonly Unit[]): number => all.reduce((sum, { text }) => sum + readingWidth(text), 0);
  const whole = read.filter((unit) => endsAsSentence(unit.text) && isStatement(unit));
  if (width(whole) < width(read) * LEAST_PROSE) return false;
  if (type !== 'other' && type !== 'form') return true;
  const share = (pattern: RegExp): number =>
    read.filter(({ text }) => pattern.test(text)).length / Math.max(1, read.length);
  return share(OPTION) <= MOST_OPTIONS && share(SPEECH) <= MOST_SPEECH;
}

/** Returns the headings below the title. They show the content of a document that has no summary. */
export function headingsOf(units: readonly Unit[], title: string): Chosen[] {
  // The line at the top of each page repeats the title, often after the number of the page.
  const plain = (text: string): string => text.replace(/^\d{1,4}\s|[^\p{L}\p{N}]/gu, '').toLowerCase();
  const seen = new Set([plain(title)]);
  const headings = units.filter(({ kind, text }) => {
    // A line that begins with a lower-case letter is the end of a sentence above it.
    if (kind !== 'heading' || /^\p{Ll}/u.test(text) || NO_TITLE.test(text) || isAside(text)) return false;
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    if (letters < Math.max(2, text.match(/\d/gu)?.length ?? 0)) return false;
    if (seen.has(plain(text))) return false;
    seen.add(plain(text));
    return true;
  });
  return headings.slice(0, HEADINGS).map((unit) => ({ unit, text: unit.text }));
}
