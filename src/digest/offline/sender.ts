import type { DraftFact } from '../../llm/draft';
import { dateOrderOf } from '../../text/dates';
import { ORGANISATION } from '../../text/lexicon/contract';
import type { DocumentType } from '../digest';
import { dayAlone } from './contract/terms';
import type { Unit } from './units';

/** The sender is searched for in this number of lines at the beginning or at the end of a document. */
const REACH = 5;
/** A line that is only the name of an organisation. */
const LATIN_NAME = new RegExp(`^(?:\\p{Lu}[\\p{L}\\p{N}&.'’-]*,?\\s(?:&\\s)?){1,6}${ORGANISATION}\\.?$`, 'u');
const HAN_NAME =
  /^[\u4e00-\u9fff（）()]{2,28}(?:公司|大学|中学|小学|学校|学院|医院|银行|支行|委员会|居委会|管委会|[^公]局|厅|中心|办公室|协会|研究[院所])$/u;
const NAMES = { en: ['From', 'Date'], zh: ['发文单位', '日期'], de: ['Von', 'Datum'] } as const;

/**
 * Returns the sender and the day of a letter, a notice or a quotation. Each of them must be alone on a line,
 * and is left out if `facts` has it already. The sender stands at the end of a Chinese document, and at the
 * beginning of any other document.
 * @param language BCP 47
 */
export function senderFacts(
  units: readonly Unit[],
  type: DocumentType,
  language: string,
  facts: readonly DraftFact[],
): DraftFact[] {
  if (!['letter', 'notice', 'quotation'].includes(type)) return [];
  const isHan = /^zh/u.test(language);
  const [from, day] = NAMES[isHan ? 'zh' : /^de/u.test(language) ? 'de' : 'en'];
  const lines = isHan ? units.slice(-REACH) : units.slice(0, REACH);
  const pattern = isHan ? HAN_NAME : LATIN_NAME;
  const alone = dayAlone(units, dateOrderOf(language));
  // In an English letter, the sender comes before the day, and the recipient after it.
  const isAboveDay = type === 'letter' && language === 'en' && isBefore(units, alone?.refs[0] ?? 0);
  const sender = lines.find(({ text }) => pattern.test(text)) ?? (isAboveDay ? units[0] : undefined);
  const found: DraftFact[] = [];
  if (sender !== undefined && !facts.some(({ value }) => value === sender.text))
    found.push({ name: from, value: sender.text, quote: sender.text, refs: sender.numbers });
  if (alone !== undefined && !facts.some(({ value }) => value === alone.value))
    found.push({ name: day, value: alone.value, quote: alone.value, refs: alone.refs });
  return found;
}

/** Returns true when a letter begins with a name and an address, followed by the day of the letter. */
function isBefore(units: readonly Unit[], day: number): boolean {
  const at = units.findIndex(({ numbers }) => numbers.includes(day));
  const [name, ...address] = units.slice(0, Math.max(0, at));
  if (name === undefined || at > REACH + 1) return false;
  const isName = /^(?:\p{Lu}[\p{L}&.'’-]+(?:\s|$)){2,6}$/u.test(name.text);
  return isName && address.some(({ text }) => /\d/u.test(text));
}
