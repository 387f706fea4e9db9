import { anyOf } from '../../text/words';
import { readingWidth } from './clauses';
import { isMostlyCjk } from './noise';
import type { Unit } from './units';

/** Headings of abstracts. */
const NAME = anyOf(
  'abstract, executive\\s+summary, management\\s+summary, summary, zusammenfassung, kurzfassung',
  'r[ée]sum[ée], resumen(?:\\s+ejecutivo)?, riassunto, sommario, samenvatting',
  '摘\\s*要, 内容提要, 内容摘要, 执行摘要, 提\\s*要',
);
/** The number before a heading. */
const NUMBER = '[\\s\\d.一二三四五六七八九十、]*';
/** Matches a heading of an abstract that is alone on its line. */
const ALONE = new RegExp(`^${NUMBER}[[【〔(（]?${NAME}[\\]】〕)）]?\\s*[:：.—–-]?\\s*$`, 'iu');
/** Matches the label of an abstract, if the abstract begins on the same line. */
const INLINE = new RegExp(
  `^\\s*[[【〔(（]?${NAME}(?:[\\]】〕)）]\\s*[:：.—–-]*|\\s*[:：]|\\s*[.—–-]+\\s?(?=\\p{Lu}|\\p{Script=Han})|\\s(?=\\p{Lu}|\\p{Script=Han})|(?=\\p{Script=Han}.{12}))\\s*`,
  'iu',
);
/** Labels and headings that end an abstract. */
const END = new RegExp(
  `^\\s*[[【〔(（]?${anyOf(
    '关\\s*键\\s*[词字], key\\s?words?\\b, index terms, categories and subject, general terms',
    'acm classification, mots[- ]cl, palabras clave, 中图分类号, ccs concepts',
    '(?:1|i)\\.?\\s+introduction, 0?\\s*引\\s*言, introduction\\s*$, contents\\s*$, 目\\s*录',
  )}`,
  'iu',
);
/**
 * Only this number of units (see `units.ts`) at the beginning of the document is searched. A summary further
 * down belongs to a chapter.
 */
const REACH = 160;
/** Maximum number of units of an abstract. */
const MOST_UNITS = 40;
/**
 * Minimum length of an abstract, in characters; a CJK character counts as two. A shorter text is probably an
 * entry of a table of contents.
 */
const LEAST_WIDTH = 120;

/** A sentence of the abstract. The text of the first sentence begins after a label such as `Abstract:`. */
export interface AbstractSentence {
  readonly unit: Unit;
  readonly text: string;
}

/**
 * Returns the sentences of the document's own abstract or executive summary in order; empty when there is
 * none. If there are two abstracts in different languages, the result is the abstract in the language of the
 * document.
 */
export function abstractOf(units: readonly Unit[], isHan: boolean): AbstractSentence[] {
  for (const [index, unit] of units.slice(0, REACH).entries()) {
    const found = beginningAt(units, index, unit);
    const width = found.reduce((sum, { text }) => sum + readingWidth(text), 0);
    const isOwn = isMostlyCjk(found.map(({ text }) => text).join('')) === isHan;
    if (width >= LEAST_WIDTH && isOwn) return found;
  }
  return [];
}

function beginningAt(units: readonly Unit[], index: number, unit: Unit): AbstractSentence[] {
  if (ALONE.test(unit.text)) return sentencesFrom(units, index + 1);
  const label = unit.kind === 'heading' || unit.kind === 'row' ? null : INLINE.exec(unit.text);
  if (label === null) return [];
  const rest = { unit, text: unit.text.slice(label[0].length).trim() };
  const others = sentencesFrom(units, index + 1, unit.paragraph);
  return rest.text === '' ? others : [rest, ...others];
}

/**
 * Returns the sentences up to a heading or to {@link END}. If `paragraph` is given, returns only the
 * sentences of that paragraph.
 */
function sentencesFrom(units: readonly Unit[], from: number, paragraph?: number): AbstractSentence[] {
  const found: AbstractSentence[] = [];
  for (const unit of units.slice(from, from + MOST_UNITS)) {
    const isOver = unit.kind === 'heading' || unit.kind === 'row' || END.test(unit.text);
    if (isOver || (paragraph !== undefined && unit.paragraph !== paragraph)) break;
    found.push({ unit, text: unit.text });
  }
  return found;
}
