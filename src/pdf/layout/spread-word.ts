import type { Stretch } from './line';

type Placed = Pick<Stretch, 'left' | 'right' | 'size'>;

/** Maximum gap between the characters of a spread word, in font sizes. */
const WIDEST = 4;
/** Maximum difference between the gaps of a spread word, in font sizes. */
const ALIKE = 0.3;
/** Matches labels of two characters. Forms often spread the two characters over a whole column. */
const LABELS = /^(?:[合小总共]计|备注|姓名|名称|地址|电话|日期|摘要|用途)[:：]?$/;
/** Maximum gap between the two characters of these labels, in font sizes. */
const WIDEST_OF_LABELS = 5.5;

/** Matches pairs in which each character is a word of its own, such as 是否 ("yes", "no"). */
const CHOICES = /^(?:是否|有无|男女|对错|正误|元角|角分|借贷|年月|月日|时分|甲乙|上下|左右|大小|高低)/;
/** Matches numbers and other series of characters that are not a word. */
const SEQUENCE = /^[一二三四五六七八九十\d]+$|^[甲乙丙丁戊]+$|^[东南西北中]+$|^[元角分]+$/;

/**
 * Returns true when the pieces of a line are the characters of one word that is spread over the available
 * width: 合 计, 协 议 编 号：.
 */
export function isSpreadWord(pieces: readonly Placed[], texts: readonly string[]): boolean {
  const last = texts.length - 1;
  if (!texts.every((text, index) => (index < last ? HAN : HAN_AND_COLON).test(text))) return false;
  if (last < 1 || (last === 1 && COLON.test(texts[1] ?? ''))) return false;
  const word = texts.join('');
  if (CHOICES.test(word) || SEQUENCE.test(word)) return false;
  const gaps = pieces.slice(1).map((piece, index) => (piece.left - (pieces[index]?.right ?? 0)) / piece.size);
  const widest = LABELS.test(word) ? WIDEST_OF_LABELS : WIDEST;
  return Math.max(...gaps) < widest && Math.max(...gaps) - Math.min(...gaps) < ALIKE;
}

const HAN = /^\p{Script=Han}$/u;
const HAN_AND_COLON = /^(?:\p{Script=Han}[:：]?|[:：])$/u;
const COLON = /^[:：]$/;
