import { lazily } from '../../lazily';

/**
 * The ideographs that a standard counts among the usual ones: those of the first level of GB 2312 (3,755),
 * of Big5 (5,401) or of JIS X 0208 (2,965), which together are a third of Unicode's basic ideographs. Of
 * Chinese and Japanese text, all but a few in a hundred are among them.
 */
export function isUsual(ideograph: string): boolean {
  return usual().has(ideograph);
}

/** Whether an ideograph is of the first level of GB 2312: the usual ones of simplified Chinese. */
export function isUsualInChinese(ideograph: string): boolean {
  return usualInChinese().has(ideograph);
}

const usualInChinese = lazily(() => new Set(firstLevel('gbk', 0xb0, 0xd7, 0xa1)));
const usual = lazily(
  () =>
    new Set([
      ...usualInChinese(),
      ...firstLevel('big5', 0xa4, 0xc6, 0x40),
      ...firstLevel('euc-jp', 0xb0, 0xcf, 0xa1),
    ]),
);

/** What an encoding has between two lead bytes. */
function firstLevel(encoding: string, from: number, to: number, firstTrail: number): string[] {
  const bytes: number[] = [];
  for (let lead = from; lead <= to; lead += 1) {
    for (let trail = firstTrail; trail < 0xff; trail += 1) {
      // Big5 has two rows of trail bytes.
      if (trail < 0x7f || trail > 0xa0) bytes.push(lead, trail);
    }
  }
  return Array.from(new TextDecoder(encoding).decode(Uint8Array.from(bytes))).filter((character) =>
    /\p{Script=Han}/u.test(character),
  );
}
