import type { ParagraphKind } from '../../pdf/document';
import { isCjk } from '../../text/characters';
import { BOILERPLATE, NOISE } from '../../text/lexicon/boilerplate';

/** Below these, a line is a label or a fragment. */
const SHORTEST_CJK = 12;
const SHORTEST_LATIN_WORDS = 6;

/** True when a sentence could be quoted as a statement of the document. */
export function isStatement(unit: { readonly kind: ParagraphKind; readonly text: string }): boolean {
  const text = unit.text.trim();
  if (unit.kind === 'heading' || unit.kind === 'row' || isNoise(text)) return false;
  return isLongEnough(text) && isProse(text);
}

/** True of what is no statement at all, whatever its words: leaders, signatures, contact lines. */
export function isNoise(text: string): boolean {
  return NOISE.some((pattern) => pattern.test(text.trim()));
}

/** True for clauses that stand in every contract. */
export function isBoilerplate(text: string): boolean {
  return BOILERPLATE.test(text);
}

/** True when a text ends as a sentence does. */
export function endsAsSentence(text: string): boolean {
  return /[。．.！!？?；;：:…][”"'’」』）)】\]]*\s*$/u.test(text);
}

/** True when at least half of the letters are Han, kana or Hangul; also of a text without letters. */
export function isMostlyCjk(text: string): boolean {
  if (!isCjk(text)) return !/\p{L}/u.test(text);
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.filter(isCjk).length * 2 >= letters.length;
}

function isLongEnough(text: string): boolean {
  if (isMostlyCjk(text)) return Array.from(text.replace(/\s/gu, '')).length >= SHORTEST_CJK;
  return text.split(/\s+/u).length >= SHORTEST_LATIN_WORDS;
}

/** More letters than anything else, few figures, no e-mail line, no list of initials. */
function isProse(text: string): boolean {
  const solid = text.replace(/\s/gu, '');
  const letters = solid.match(/\p{L}/gu)?.length ?? 0;
  const digits = solid.match(/\p{N}/gu)?.length ?? 0;
  if (
    letters < solid.length * (endsAsSentence(text) ? 0.45 : 0.6) ||
    digits > solid.length * (endsAsSentence(text) ? 0.4 : 0.25)
  )
    return false;
  if (solid.length < 80 && /\S@\S+\.\S/u.test(text)) return false;
  const words = text.split(/\s+/u);
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return isMostlyCjk(text) || (capitals <= words.length * 0.6 && /\p{Ll}{2}/u.test(text));
}
