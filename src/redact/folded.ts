/**
 * A text in which a value, such as a phone number, has one form, no matter how it was written. `text` has
 * ASCII digits, letters of ordinary width, one kind each of space, hyphen and apostrophe, and no invisible
 * characters. `at` has, for each UTF-16 unit of `text`, the offset in the original text.
 */
export interface Folded {
  readonly text: string;
  readonly at: readonly number[];
}

/**
 * Matches what the prompt puts before a sentence: a line break, sometimes a page mark, and the number. A
 * folded text has only the line break. So a value that continues in the next sentence is found.
 */
export const LINE_HEAD = /(?:^|\n)(?:--- page \d+ ---\n)?\[\d+\] /g;

/** Matches format characters that no reader sees: soft hyphens, joiners, marks of direction. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;
const APOSTROPHE = /[\u2018\u2019\u02bc]/;
const DASH = /[\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d\u2500]/;
/** Character codes of the digit zero: Arabic, Persian, Devanagari. */
const ZEROS = [0x660, 0x6f0, 0x966];

/** Folds a text in which sentences begin with `[12] ` and cells are separated by ` | `, as in the prompt. */
export function fold(text: string): Folded {
  const at: number[] = [];
  let view = '';
  const take = (character: string, offset: number): void => {
    view += character;
    at.push(offset);
  };
  const plain = (from: number, to: number): void => {
    for (let offset = from; offset < to; offset += 1) {
      if (text.startsWith(' | ', offset)) {
        take('\t', offset);
        offset += 2;
      } else {
        const folded = foldOne(text.charAt(offset));
        if (folded !== '') take(folded, offset);
      }
    }
  };
  let from = 0;
  for (const head of text.matchAll(LINE_HEAD)) {
    plain(from, head.index);
    take('\n', head.index);
    from = head.index + head[0].length;
  }
  plain(from, text.length);
  return { text: view, at };
}

function foldOne(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x7f) return character;
  if (INVISIBLE.test(character)) return '';
  if (DASH.test(character)) return '-';
  if (APOSTROPHE.test(character)) return "'";
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0xfe6b) return '@';
  if (code === 0x2028 || code === 0x2029) return '\n';
  if (/\s/.test(character)) return ' ';
  const zero = ZEROS.find((start) => code >= start && code <= start + 9);
  return zero === undefined ? character : String(code - zero);
}
