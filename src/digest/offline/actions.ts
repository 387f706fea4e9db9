import type { DraftAction, DraftDue } from '../../llm/draft';
import { comparable } from '../passages/quotes';
import { obligationsIn, type Setting } from './obligations';
import { NO_SECTION, sectionsOf } from './task/sections';
import type { Unit } from './units';

const MOST_ACTIONS = 20;

/**
 * Returns the tasks with the highest scores, without repetitions and in document order. Papers and records of
 * conversations have no tasks, because they only report or discuss actions.
 */
export function actionsOf(units: readonly Unit[], setting: Setting): DraftAction[] {
  if (hasNoTasks(setting)) return [];
  const sections = sectionsOf(units);
  const found = units.flatMap((unit, index) => obligationsIn(unit, sections[index] ?? NO_SECTION, setting));
  const best = [...found].sort((a, b) => b.score - a.score);
  const kept: DraftAction[] = [];
  const grams: { readonly own: Set<string>; readonly due: DraftDue }[] = [];
  for (const { action: make } of best) {
    if (kept.length === MOST_ACTIONS) break;
    const action = make();
    const own = gramsOf(action.text);
    const { due } = action;
    if (grams.some((other) => overlap(own, other.own) > 0.8 && !areApart(due, other.due))) continue;
    kept.push(action);
    grams.push({ own, due });
  }
  const placeOf = ({ refs }: DraftAction): number => refs[0] ?? 0;
  return kept.sort((a, b) => placeOf(a) - placeOf(b));
}

/** True for a kind of document whose sentences are never shown as tasks. */
export function hasNoTasks({ type, isSpoken }: Setting): boolean {
  return type === 'paper' || isSpoken;
}

const PAYMENT = /\b(?:pay\w*|paid|due|remit\w*|transfer|discount)\b|付款|支付|付清|汇款|转账|缴/iu;

/**
 * Returns those tasks of a bill that have a deadline, such as `The customer shall confirm the appointment by
 * 1 December`. The task to pay is left out, because `paymentOf` makes it from the facts of the bill.
 */
export function billActionsOf(units: readonly Unit[], setting: Setting): DraftAction[] {
  return actionsOf(units, setting).filter(({ text, due }) => due.kind !== 'none' && !PAYMENT.test(text));
}

/** Returns true for different deadlines. Two instalments may differ only in their deadlines. */
function areApart(one: DraftDue, other: DraftDue): boolean {
  if (one.kind === 'none' || other.kind === 'none') return false;
  if (one.date !== '' && other.date !== '') return one.date !== other.date;
  return comparable(one.text) !== comparable(other.text);
}

function gramsOf(text: string): Set<string> {
  const plain = comparable(text).toLowerCase();
  return new Set(Array.from({ length: Math.max(0, plain.length - 2) }, (_, at) => plain.slice(at, at + 3)));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size === 0) return 0;
  let shared = 0;
  for (const gram of small) if (large.has(gram)) shared += 1;
  return shared / small.size;
}
