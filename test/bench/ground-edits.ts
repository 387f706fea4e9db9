/**
 * Edits that change the meaning of a sentence. Each returns the changed sentence, or undefined when the
 * edit does not apply.
 */

export interface Edit {
  readonly name: string;
  readonly apply: (sentence: string) => string | undefined;
}

function replaced(sentence: string, rules: readonly (readonly [RegExp, string])[]): string | undefined {
  for (const [pattern, to] of rules) {
    const changed = sentence.replace(pattern, to);
    if (changed !== sentence) return changed;
  }
  return undefined;
}

function swapped(sentence: string, a: string, b: string): string | undefined {
  if (!sentence.includes(a) && !sentence.includes(b)) return undefined;
  return sentence.replaceAll(a, '\u0001').replaceAll(b, a).replaceAll('\u0001', b);
}

function otherNumber(sentence: string): string | undefined {
  const match = /\d+/u.exec(sentence);
  if (match === null) return undefined;
  const digit = Number(match[0].charAt(0));
  const other = String((digit % 8) + 1);
  return (
    sentence.slice(0, match.index) + other + match[0].slice(1) + sentence.slice(match.index + match[0].length)
  );
}

export const edits: readonly Edit[] = [
  { name: 'number', apply: otherNumber },
  {
    name: 'amount × 10',
    apply: (sentence) =>
      replaced(sentence, [
        [/(^|[^\d.,])([1-9]\d*)(?=(?:\.\d+)?\s*(?:元|万|%|美元))/u, '$1$20'],
        [/((?:USD|\$|¥|€)\s?[1-9]\d*)/u, '$10'],
      ]),
  },
  {
    name: 'date',
    apply: (sentence) =>
      replaced(sentence, [
        [/(\d{4})年/u, '2031年'],
        [/\b(\d{1,2}), (20\d\d)\b/u, '$1, 2031'],
        [/(\d)日/u, '$11日'],
      ]),
  },
  {
    name: 'Chinese numeral',
    apply: (sentence) =>
      replaced(sentence, [
        [/([壹贰叁肆伍陆柒捌玖])/u, '拾$1'],
        [/二十/u, '三十'],
        [/一(?=[个年月日])/u, '二'],
        [/三(?=[个年月日方])/u, '五'],
      ]),
  },
  {
    name: 'negation',
    apply: (sentence) =>
      replaced(sentence, [
        [/不得/u, '可以'],
        [/不应/u, '应'],
        [/应当/u, '不应当'],
        [/未经/u, '经'],
        [/无需/u, '需'],
        [/必须/u, '不必'],
        [/可以/u, '不可以'],
        [/([^不])能/u, '$1不能'],
        [/\b(shall|must|may|can|will|should|is|are) not\b/u, '$1'],
        [/\b(shall|must|may|can|will|should|is|are)\b/u, '$1 not'],
      ]),
  },
  { name: '甲方 ↔ 乙方', apply: (sentence) => swapped(sentence, '甲方', '乙方') },
  { name: 'Client ↔ Provider', apply: (sentence) => swapped(sentence, 'Client', 'Provider') },
  {
    name: 'unit',
    apply: (sentence) =>
      replaced(sentence, [
        [/个工作日/u, '日'],
        [/(\d)日内/u, '$1个工作日内'],
        [/(\d)元/u, '$1美元'],
        [/个月/u, '年'],
        [/小时/u, '天'],
        [/%/u, '‰'],
        [/\bbusiness days\b/u, 'days'],
        [/\bdays\b/u, 'months'],
        [/\bUSD\b/u, 'EUR'],
        [/\bpercent\b/u, 'per mille'],
        [/\bhours\b/u, 'days'],
      ]),
  },
  {
    name: 'front cut off after a negation',
    apply: (sentence) => /(?:不得|未经|无需|\bnot\s)(.{8,})$/u.exec(sentence)?.[1],
  },
  { name: 'figure cut in two', apply: (sentence) => /\d(\d[^\d].{8,})$/u.exec(sentence)?.[1] },
];
