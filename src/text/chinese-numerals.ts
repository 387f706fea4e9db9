const DIGITS: ReadonlyMap<string, number> = new Map(
  Array.from(
    '零〇○一二三四五六七八九',
    (character, index) => [character, index < 3 ? 0 : index - 2] as const,
  ).concat(
    Array.from('壹贰叁肆伍陆柒捌玖', (character, index) => [character, index + 1] as const),
    Array.from('壱貳參肆伍陸柒捌玖', (character, index) => [character, index + 1] as const),
    [
      ['两', 2],
      ['兩', 2],
      ['貮', 2],
      ['叄', 3],
    ],
  ),
);

const TENS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
  ['廿', 20],
  ['卅', 30],
]);

const MYRIADS: ReadonlyMap<string, number> = new Map([
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
]);

/** All characters of numerals, for use in a character class of a regular expression. */
export const CHINESE_NUMERAL =
  '零〇○一二三四五六七八九十百千万亿两廿卅壹贰叁肆伍陆柒捌玖拾佰仟萬億貳參陸兩貮叄';

/** Returns true for a character that can be part of a Chinese numeral. */
export function isChineseNumeral(character: string): boolean {
  return character !== '' && CHINESE_NUMERAL.includes(character);
}

/**
 * Returns the value of a numeral such as 一百二十, 壹万贰仟 or 两千; undefined when the text is not a numeral. A text
 * of digits only is read digit by digit (二〇二六 → 2026).
 */
export function parseChineseNumeral(numeral: string): number | undefined {
  const characters = Array.from(numeral);
  if (characters.length === 0) return undefined;
  if (characters.every((character) => DIGITS.has(character))) {
    return Number(characters.map((character) => String(DIGITS.get(character))).join(''));
  }
  return parsePlaces(characters);
}

function parsePlaces(characters: readonly string[]): number | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const character of characters) {
    const value = DIGITS.get(character);
    const ten = TENS.get(character);
    const myriad = MYRIADS.get(character);
    if (value !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = value;
    } else if (ten !== undefined) {
      section += character === '廿' || character === '卅' ? ten : (digit ?? 1) * ten;
      digit = undefined;
    } else if (myriad !== undefined) {
      const amount = section + (digit ?? 0);
      if (amount === 0 && total === 0) return undefined;
      total = myriad === 1e8 ? (total + amount) * myriad : total + amount * myriad;
      section = 0;
      digit = undefined;
    } else {
      return undefined;
    }
  }
  return total + section + (digit ?? 0);
}
