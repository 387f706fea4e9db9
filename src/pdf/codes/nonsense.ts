import { scriptOf } from './scripts';
import { isUsual } from './usual-ideographs';

/**
 * Decides whether the text of a font is nonsense. Nonsense arises when glyph numbers, or bytes of another
 * encoding, are read as characters. Readable text has few neighbouring letters of scripts that are not
 * written together, few rare ideographs, and few Latin letters with accents. In the 209 PDFs of `npm run
 * corpus`, no readable text is taken for nonsense.
 */

/** Maximum share of pairs of neighbouring letters whose scripts are not written together. */
const MIXED_SHARE = 0.1;
/** Maximum share of rare ideographs among the ideographs. */
const RARE_SHARE = 0.5;
/** Maximum share of letters with accents among the Latin letters. No language has more. */
const ACCENTED_SHARE = 0.6;
/** How many UTF-16 units of the text of a font are examined. */
const ENOUGH = 400;
/**
 * Minimum numbers for a decision: pairs of letters whose scripts are not written together (`mixed`),
 * ideographs, and Latin letters.
 */
const FEWEST = { mixed: 8, ideographs: 16, latin: 100 };
/**
 * The limits for a font without a mapping to Unicode. They are lower than for other fonts, because pdf.js
 * only guesses the characters. The limits for Latin letters are the same for all fonts.
 */
const UNMAPPED = { mixedShare: 0.03, rareShare: 0.3, mixed: 2, ideographs: 4 };

/**
 * Returns true when the text of a font is nonsense.
 * @param strings pieces of the text; letters in different pieces are never neighbours
 * @param isUnmapped true when the font has no mapping to Unicode
 */
export function isNonsense(strings: Iterable<string>, isUnmapped: boolean): boolean {
  const { pairs, mixed, ideographs, rare, latin, accented } = countLetters(strings);
  const fewest = isUnmapped ? UNMAPPED : FEWEST;
  return (
    (mixed >= fewest.mixed && mixed > (isUnmapped ? UNMAPPED.mixedShare : MIXED_SHARE) * pairs) ||
    (ideographs >= fewest.ideographs && rare > (isUnmapped ? UNMAPPED.rareShare : RARE_SHARE) * ideographs) ||
    (latin >= FEWEST.latin && accented > ACCENTED_SHARE * latin)
  );
}

interface Letters {
  pairs: number;
  mixed: number;
  ideographs: number;
  rare: number;
  latin: number;
  accented: number;
}

function countLetters(strings: Iterable<string>): Letters {
  const count: Letters = { pairs: 0, mixed: 0, ideographs: 0, rare: 0, latin: 0, accented: 0 };
  let looked = 0;
  for (const string of strings) {
    let before = '';
    for (let at = 0; at < string.length; at += 1) {
      const code = string.codePointAt(at) ?? 0;
      if (code > 0xffff) at += 1;
      const script = scriptOf(code);
      if (script === 'Han') {
        count.ideographs += 1;
        if (!isUsual(code)) count.rare += 1;
      } else if (script === 'Latin') {
        count.latin += 1;
        if (code > 0x7f) count.accented += 1;
      }
      if (script !== '' && before !== '') {
        count.pairs += 1;
        if (!areWrittenTogether(before, script)) count.mixed += 1;
      }
      // Two letters with only accents or other `Common` characters between them are still neighbours.
      if (script !== 'Common') before = script;
    }
    looked += string.length;
    if (looked >= ENOUGH) break;
  }
  return count;
}

/** Scripts that are written together in one language, such as those of Japanese. */
const EAST_ASIAN: ReadonlySet<string> = new Set(['Han', 'Kana', 'Hangul', 'Bopomofo']);
/** Scripts whose letters stand beside letters of other scripts in formulas and product names. */
const IN_FORMULAS: ReadonlySet<string> = new Set(['Latin', 'Greek']);

function areWrittenTogether(one: string, other: string): boolean {
  if (one === other || one === 'Common' || other === 'Common') return true;
  return isWrittenWithOthers(one) && isWrittenWithOthers(other);
}

function isWrittenWithOthers(script: string): boolean {
  return EAST_ASIAN.has(script) || IN_FORMULAS.has(script);
}
