const IDEOGRAPHIC =
  /[\u2e80-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}]/u;
const HANGUL = /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]/;

/**
 * Returns true for Chinese and Japanese characters and punctuation, which are written without spaces between
 * words. Returns false for Hangul, which is written with spaces.
 */
export function isUnspaced(character: string): boolean {
  return character >= '\u2e80' && IDEOGRAPHIC.test(character);
}

/**
 * Returns true for characters that are as wide as the font is high: ideographs, kana, Hangul syllables and
 * full-width punctuation.
 */
export function isFullWidth(character: string): boolean {
  return isUnspaced(character) || HANGUL.test(character);
}

/** Returns the first character, which may be a surrogate pair; empty for an empty text. */
export function firstCharacter(text: string): string {
  const code = text.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** Returns the last character, which may be a surrogate pair; empty for an empty text. */
export function lastCharacter(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  const isLowSurrogate = last >= 0xdc00 && last <= 0xdfff;
  return isLowSurrogate ? text.slice(-2) : text.slice(-1);
}

/** Returns true when a sentence, or an introduction such as "as follows:", ends at the end of the text. */
export function endsSentence(text: string): boolean {
  return /[.!?:;。！？：；…．｡][\s"'”’」』）)\]】》]*$/.test(text);
}

/**
 * Returns true when a text starts in the middle of a sentence: with a lower-case letter or a closing mark.
 */
export function startsMidSentence(text: string): boolean {
  return /^[\p{Ll},;.:)\]}、，。；：）」』】》！？]/u.test(text);
}
