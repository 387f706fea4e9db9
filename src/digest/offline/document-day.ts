import { findDates } from '../../text/dates';
import type { DocumentType } from '../digest';
import { endsAsSentence } from './noise';
import type { Unit } from './units';

/** Number of complete sentences (`Unit`) at each end of the document that are searched for its day. */
const REACH = 12;
/** Matches the words before the day on which a document was signed or written. */
const DATED = /\b(?:dated|signed|executed|entered into|(?:is|was) made|as of)\b|签[订署]|订立/iu;
/** Maximum distance between the words of {@link DATED} and the day, in UTF-16 units. */
const NEAR = 60;
/** A line that has only a day is shorter than this, in UTF-16 units. */
const SHORT_LINE = 24;

interface Dated {
  readonly text: string;
  readonly day: string;
  /** UTF-16 offset of the day in the text. */
  readonly at: number;
}

/**
 * Returns the day of the document, `YYYY-MM-DD`, or an empty text. The choices, in this order: a day alone on
 * a line at the end; a day after words of signing; a day in the first lines. In a contract, a day inside a
 * sentence in the first lines is ignored, because it belongs to the terms of the contract.
 */
export function documentDay(units: readonly Unit[], type: DocumentType): string {
  const beginning = units.slice(0, REACH).flatMap(dated);
  const end = units.slice(-REACH).flatMap(dated).reverse();
  const isSigned = ({ text, at }: Dated): boolean => DATED.test(text.slice(Math.max(0, at - NEAR), at));
  const found =
    end.find(({ text }) => text.length < SHORT_LINE) ??
    beginning.find(isSigned) ??
    end.find(isSigned) ??
    beginning.find(({ text }) => type !== 'contract' || !endsAsSentence(text));
  return found?.day ?? '';
}

/** Returns a list with the first complete date of a sentence; empty when the sentence has none. */
function dated({ text }: Unit): Dated[] {
  const date = findDates(text).find(({ precision }) => precision === 'day');
  return date === undefined ? [] : [{ text, day: date.value, at: date.at }];
}
