import type { Passage } from './passages';

/** Words that people often say and seldom write, in Chinese. */
const SPOKEN_ZH = /嗯|呃|啊|吧|呢|嘛|就是|然后|这个|那个|其实|我觉得|大家|的话|对对|我们/gu;
/** Words that people often say and seldom write, in English. */
const SPOKEN_EN =
  /\b(?:u[hm]+|yeah|okay|ok|you know|i mean|i think|gonna|kind of|right|so|well|just|like|i'm|it's|that's|don't)\b/giu;
/**
 * A document with more Han characters than Latin words is a conversation if it has more than `han` matches
 * of `SPOKEN_ZH` in 1,000 Han characters. Any other document is a conversation if it has more than `other`
 * matches of `SPOKEN_EN` in 1,000 Latin words.
 *
 * The limits come from the training half of the benchmark. There, papers, notices and terms of service have
 * at most 14 (`han`) or 9 (`other`) matches. Records of meetings have at least 29 (`han`) or 98 (`other`).
 */
const SPOKEN_OF_THOUSAND = { han: 20, other: 40 } as const;
/** Maximum number of UTF-16 units that are examined. */
const SAMPLE = 20_000;

/** Returns true when a document is a verbatim record of a conversation. */
export function isConversation(passages: readonly Passage[]): boolean {
  const text = passages
    .map((passage) => passage.text)
    .join('\n')
    .slice(0, SAMPLE);
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  const [pattern, size, limit] =
    han > words ? [SPOKEN_ZH, han, SPOKEN_OF_THOUSAND.han] : [SPOKEN_EN, words, SPOKEN_OF_THOUSAND.other];
  return size > 0 && ((text.match(pattern)?.length ?? 0) * 1000) / size > limit;
}
