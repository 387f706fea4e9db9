import { normalise } from '../../text/normalise';

const CHINESE = /([\u4e00-\u9fff（）()]{2,28}?)(有限责任公司|股份有限公司|有限公司|集团公司|合伙企业)/gu;
const ENGLISH = /(\p{Lu}[\p{L}\p{N}&.'’-]*),?\s+(Ltd|Limited|Inc|LLC|LLP|Corp|Corporation|GmbH|PLC|AG)\b/gu;
/** Characters before the form of company that tell one from another; more may belong to the words before the name. */
const TELLING = 4;

export interface Organisation {
  /** In comparable form. */
  readonly name: string;
  readonly at: number;
  readonly end: number;
}

/** The organisations a text names, by {@link organisationsAt}'s names. */
export function organisationsIn(text: string): string[] {
  return organisationsAt(text).map(({ name }) => name);
}

/**
 * The organisations a text names, each by the end of its name: where a Chinese name begins cannot be told from the
 * words before it.
 */
export function organisationsAt(text: string): Organisation[] {
  const chinese = Array.from(text.matchAll(CHINESE), (match) => ending(match, (match[1] ?? '').slice(-TELLING) + (match[2] ?? '')));
  const english = Array.from(text.matchAll(ENGLISH), (match) => ending(match, match[0], `${match[1] ?? ''} ${match[2] ?? ''}`));
  return [...chinese, ...english];
}

function ending({ index, 0: whole }: RegExpExecArray, words: string, name = words): Organisation {
  const end = index + whole.length;
  return { name: normalise(name).text.replace(',', ''), at: end - words.length, end };
}
