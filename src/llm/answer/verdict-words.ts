import type { Verdict } from '../model';

type Supported = Verdict['supported'];

/** Words that models use for the three verdicts, normalised as by {@link plainWords}. */
const WORDS: Readonly<Record<Supported, readonly string[]>> = {
  yes: [
    'yes',
    'y',
    'true',
    'supported',
    'supports',
    'support',
    'fully supported',
    'correct',
    'right',
    'accurate',
    'ok',
    'consistent',
    'entailed',
    'entailment',
    'confirmed',
    '是',
    '是的',
    '支持',
    '正确',
    '对',
    '真',
    '符合',
    '成立',
    '一致',
    '属实',
  ],
  no: [
    'no',
    'n',
    'false',
    'not supported',
    'unsupported',
    'contradicted',
    'contradicts',
    'contradiction',
    'incorrect',
    'wrong',
    'inaccurate',
    'inconsistent',
    'refuted',
    'not correct',
    'not true',
    '否',
    '不',
    '不是',
    '不支持',
    '错误',
    '错',
    '假',
    '不对',
    '不符',
    '不符合',
    '不成立',
    '不一致',
    '不正确',
    '矛盾',
    '不属实',
  ],
  unsure: [
    'unsure',
    'not sure',
    'unclear',
    'unknown',
    'uncertain',
    'cannot tell',
    'can t tell',
    'undetermined',
    'neutral',
    'maybe',
    'partial',
    'partially',
    'partly',
    'partially supported',
    'partly supported',
    'mixed',
    'insufficient',
    'not enough information',
    'insufficient information',
    'not verifiable',
    'not stated',
    'not mentioned',
    '不确定',
    '不清楚',
    '不明',
    '不明确',
    '未知',
    '无法判断',
    '无法确定',
    '无法确认',
    '部分',
    '部分支持',
    '存疑',
    '未提及',
    '不知道',
  ],
};

/** The verdicts from the best to the worst. */
const ORDER: readonly Supported[] = ['yes', 'unsure', 'no'];

const VERDICTS: ReadonlyMap<string, Supported> = new Map(
  ORDER.flatMap((supported) => WORDS[supported].map((word) => [word, supported] as const)),
);

/** Returns the verdict that a model's word or boolean means; undefined when it is not a verdict. */
export function readSupported(value: unknown): Supported | undefined {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'string') return undefined;
  const whole = VERDICTS.get(plainWords(value));
  if (whole !== undefined) return whole;
  const pieces = value.slice(0, 200).split(/[^\p{L}\p{N}\s'’_-]+|\s-\s/u);
  const [first, ...others] = pieces.map(plainWords).filter((words) => words !== '');
  const leading = VERDICTS.get(first ?? '');
  // "Yes, but …" is not a full yes.
  return leading === 'yes' && others.some((words) => VERDICTS.get(words) !== 'yes') ? 'unsure' : leading;
}

export function worseOf(one: Verdict, other: Verdict): Verdict {
  return ORDER.indexOf(other.supported) > ORDER.indexOf(one.supported) ? other : one;
}

function plainWords(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
