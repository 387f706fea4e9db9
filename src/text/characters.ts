/** Han, kana and Hangul characters. */
const CJK = /[\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f]/;
const SPACE = /\s/;
const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;

export function isCjk(character: string): boolean {
  return CJK.test(character);
}

export function isSpace(character: string): boolean {
  return SPACE.test(character);
}

export function isLetter(character: string): boolean {
  return LETTER.test(character);
}

export function isDigit(character: string): boolean {
  return DIGIT.test(character);
}

/** Returns true for a letter that is not Han, kana or Hangul. */
export function isSpacedLetter(character: string): boolean {
  return isLetter(character) && !isCjk(character);
}
