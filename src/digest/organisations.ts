import { normalise } from '../text/normalise';

const CHINESE = /([\u4e00-\u9fff（）()]{2,28}?)(有限责任公司|股份有限公司|有限公司|集团公司|合伙企业)/gu;
const ENGLISH = /(\p{Lu}[\p{L}\p{N}&.'’-]*),?\s+(Ltd|Limited|Inc|LLC|LLP|Corp|Corporation|GmbH|PLC|AG)\b/gu;
/** Characters before the form of company that tell one from another; more may belong to the words before the name. */
const TELLING = 4;

/**
 * The organisations a text names, each by the end of its name in comparable form: where a Chinese name begins cannot
 * be told from the words before it.
 */
export function organisationsIn(text: string): string[] {
  const chinese = Array.from(text.matchAll(CHINESE), ([, name = '', form = '']) => name.slice(-TELLING) + form);
  const english = Array.from(text.matchAll(ENGLISH), ([, name = '', form = '']) => `${name} ${form}`);
  return [...chinese, ...english].map((name) => normalise(name).text.replace(',', ''));
}
