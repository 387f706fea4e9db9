/**
 * Returns the name of the script of a letter or mark, as in the Unicode property `Script`. Both Japanese
 * syllabaries have the name `Kana`. A letter or mark that several scripts share has the name `Common`. The
 * result is empty for a character that is not a letter or mark.
 * @param code the code point of the character
 */
export function scriptOf(code: number): string {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) ? 'Latin' : '';
  if (code >= 0x4e00 && code <= 0x9fff) return 'Han';
  let script = known.get(code);
  if (script === undefined) {
    script = lookUp(String.fromCodePoint(code));
    if (known.size < MOST_KNOWN) known.set(code, script);
  }
  return script;
}

const known = new Map<number, string>();
const MOST_KNOWN = 10_000;
const WORD_CHARACTER = /[\p{L}\p{M}]/u;

/** Frequent scripts come first. */
const SCRIPTS = [
  'Latin Han Hangul Cyrillic Greek Arabic Hebrew Thai Devanagari Bopomofo Armenian Georgian Bengali Tamil',
  'Telugu Gujarati Gurmukhi Kannada Malayalam Sinhala Lao Khmer Myanmar Tibetan Ethiopic Mongolian',
]
  .join(' ')
  .split(' ')
  .map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const);
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}\u30fc]/u;
const COMMON = /[\p{Script=Common}\p{Script=Inherited}]/u;

/** For a letter whose script is not in `SCRIPTS`, returns the letter itself in place of a name. */
function lookUp(character: string): string {
  if (!WORD_CHARACTER.test(character)) return '';
  if (KANA.test(character)) return 'Kana';
  if (COMMON.test(character)) return 'Common';
  return SCRIPTS.find(([, letters]) => letters.test(character))?.[0] ?? character;
}
