import type { ParagraphKind } from '../../pdf/document';
import { isCjk } from '../../text/characters';
import { ABOUT_PARTS, BOILERPLATE, NOISE } from '../../text/lexicon/boilerplate';

/** Minimum length of a sentence, in CJK characters. A shorter line is a label or a fragment. */
const SHORTEST_CJK = 12;
/** Minimum length of a sentence, in Latin words. */
const SHORTEST_LATIN_WORDS = 6;

const ASIDE =
  /^(?:[(（][^()（）]*[)）]$|see (?:also )?(?:appendix|section|table|figure)\b|[①-⑳]\s*(?:参见|《)|[详参]?见[附第图表])/iu;

/** Returns true when a sentence can be used in a digest. */
export function isStatement(unit: { readonly kind: ParagraphKind; readonly text: string }): boolean {
  const text = unit.text.trim();
  if (unit.kind === 'heading' || unit.kind === 'row') return false;
  const counts = lettersOf(text);
  if (!isLongEnough(text, counts) || !isProse(text, counts)) return false;
  return !isNoise(text) && !isAside(text) && !ABOUT_PARTS.test(text) && hasWholeQuotes(text);
}

/** Returns false for a part of a quotation, which has an opening or a closing quotation mark but not both. */
function hasWholeQuotes(text: string): boolean {
  let open = 0;
  for (const mark of text.match(/[“”「」『』]/gu) ?? []) {
    open += '“「『'.includes(mark) ? 1 : -1;
    if (open < 0) return false;
  }
  return open === 0;
}

/** Returns true for a text that is wholly in brackets or only refers to another place: `See Appendix B`. */
export function isAside(text: string): boolean {
  return ASIDE.test(text.trim());
}

/** Returns true for a line without content, such as leader dots, a signature or a contact line. */
export function isNoise(text: string): boolean {
  return NOISE.some((pattern) => pattern.test(text.trim()));
}

/** Returns true for a clause that nearly every contract contains. */
export function isBoilerplate(text: string): boolean {
  return BOILERPLATE.test(text);
}

/** Returns true when a text ends with a mark that can end a sentence. */
export function endsAsSentence(text: string): boolean {
  return /[。．.！!？?；;：:…][”"'’」』）)】\]]*\s*$/u.test(text);
}

/**
 * Returns true when at least half of the letters of a text are Han, kana or Hangul, or when it has no
 * letters.
 */
export function isMostlyCjk(text: string): boolean {
  if (!isCjk(text)) return !/\p{L}/u.test(text);
  return hasMostlyCjk(lettersOf(text));
}

interface Letters {
  readonly letters: number;
  /** Number of letters that are Han, kana or Hangul. */
  readonly cjk: number;
}

function hasMostlyCjk({ letters, cjk }: Letters): boolean {
  return cjk * 2 >= letters;
}

/** Runs for every sentence, so most characters are classified by their code, which is fast. */
function lettersOf(text: string): Letters {
  let [letters, cjk] = [0, 0];
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 0x80) {
      if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) letters += 1;
    } else if (code >= 0x4e00 && code <= 0x9fff) {
      letters += 1;
      cjk += 1;
    } else if (/\p{L}/u.test(character)) {
      letters += 1;
      if (isCjk(character)) cjk += 1;
    }
  }
  return { letters, cjk };
}

function isLongEnough(text: string, counts: Letters): boolean {
  if (hasMostlyCjk(counts)) return Array.from(text.replace(/\s/gu, '')).length >= SHORTEST_CJK;
  return text.split(/\s+/u).length >= SHORTEST_LATIN_WORDS;
}

/**
 * Returns true for running text. Tables of numbers, e-mail lines and lists of names have another mix of
 * characters.
 */
function isProse(text: string, counts: Letters): boolean {
  const solid = text.replace(/\s/gu, '');
  const { letters } = counts;
  const digits = solid.match(/\p{N}/gu)?.length ?? 0;
  if (
    letters < solid.length * (endsAsSentence(text) ? 0.45 : 0.6) ||
    digits > solid.length * (endsAsSentence(text) ? 0.4 : 0.25)
  )
    return false;
  if (solid.length < 80 && /\S@\S+\.\S/u.test(text)) return false;
  if (hasMostlyCjk(counts)) return true;
  const words = text.split(/\s+/u);
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return capitals <= words.length * 0.6 && /\p{Ll}{2}/u.test(text);
}
