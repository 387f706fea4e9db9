import { lazily } from '../../lazily';

/**
 * Returns true for an ideograph of the first level of GB 2312 (3,755 ideographs), Big5 (5,401) or JIS X 0208
 * (2,965). These are a third of the basic ideographs of Unicode, and nearly all ideographs in Chinese and
 * Japanese text.
 * @param code the code point of the character
 */
export function isUsual(code: number): boolean {
  return (usual()[code - FIRST] ?? 0) > 0;
}

/** Returns true for an ideograph of the first level of GB 2312, the standard of simplified Chinese. */
export function isUsualInChinese(code: number): boolean {
  return usual()[code - FIRST] === CHINESE;
}

const FIRST = 0x4e00;
const LAST = 0x9fff;
const CHINESE = 2;

const usual = lazily(() => {
  const levels = new Uint8Array(LAST - FIRST + 1);
  mark(levels, 1, 'big5', [0xa4, 0xc6], 0x40);
  mark(levels, 1, 'euc-jp', [0xb0, 0xcf], 0xa1);
  mark(levels, CHINESE, 'gbk', [0xb0, 0xd7], 0xa1);
  return levels;
});

/** Stores `level` for all characters with a first byte from `from` to `to` in the encoding. */
function mark(
  levels: Uint8Array,
  level: number,
  encoding: string,
  [from, to]: readonly [number, number],
  firstTrail: number,
): void {
  const bytes: number[] = [];
  for (let lead = from; lead <= to; lead += 1) {
    for (let trail = firstTrail; trail < 0xff; trail += 1) {
      // Big5 has two ranges of trail bytes.
      if (trail < 0x7f || trail > 0xa0) bytes.push(lead, trail);
    }
  }
  for (const character of new TextDecoder(encoding).decode(Uint8Array.from(bytes))) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= FIRST && code <= LAST) levels[code - FIRST] = level;
  }
}
