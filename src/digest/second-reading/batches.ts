import type { Sentence } from '../../text/sentence';
import type { Examined } from '../examine';
import { toLine } from '../parts/lines';

/** Statements of one call, at most: beyond it a reader gets careless. */
const MOST_STATEMENTS = 20;
/** Tokens of passages and statements in one call, at most. */
const MOST_TOKENS = 4_000;
/** Sentences that lie between two passages which are still shown as one: repeating a heading costs more. */
const CLOSE = 1;
/** Sentences of one passage that several statements share, at most. */
const LONGEST_PASSAGE = 40;

/** Statements that are read in one call, with the text that shows them. */
export interface Batch {
  /** In the order of their numbers, from 1. */
  readonly items: readonly Examined[];
  readonly text: string;
}

/** Statements with the sentences they are read against. */
interface Group {
  readonly items: readonly Examined[];
  readonly passage: readonly Sentence[];
}

/** What is shown below a statement, on lines of their own; empty for nothing. */
export type Remark = (item: Examined) => string;

/**
 * Statements in as few calls as their limits allow, in the order of the document. Statements whose passages
 * overlap share one, so that no line is sent twice in a call.
 */
export function batchesOf(
  items: readonly Examined[],
  remark: Remark,
  { estimateTokens, budget }: { readonly estimateTokens: (text: string) => number; readonly budget: number },
): Batch[] {
  const most = Math.min(MOST_TOKENS, budget);
  const batches: Group[][] = [];
  let tokens = Number.POSITIVE_INFINITY;
  let count = 0;
  for (const group of groupsOf(items)) {
    const cost = estimateTokens(render([group], remark));
    if (tokens + cost > most || count + group.items.length > MOST_STATEMENTS) {
      batches.push([]);
      tokens = 0;
      count = 0;
    }
    batches.at(-1)?.push(group);
    tokens += cost;
    count += group.items.length;
  }
  return batches.map((groups) => toBatch(groups, remark));
}

/** A batch of its own for these statements. */
export function batchOf(items: readonly Examined[], remark: Remark): Batch {
  return toBatch(groupsOf(items), remark);
}

function toBatch(groups: readonly Group[], remark: Remark): Batch {
  return { items: groups.flatMap((group) => group.items), text: render(groups, remark) };
}

function groupsOf(items: readonly Examined[]): Group[] {
  const first = ({ passage }: Examined): number => passage[0]?.number ?? 0;
  const groups: Group[] = [];
  for (const item of [...items].sort((a, b) => first(a) - first(b))) {
    const last = groups.at(-1);
    const shared = last === undefined ? undefined : union(last.passage, item.passage);
    const fits =
      last !== undefined && last.items.length < MOST_STATEMENTS && isClose(last.passage, item.passage);
    if (fits && shared !== undefined && shared.length <= LONGEST_PASSAGE) {
      groups.splice(-1, 1, { items: [...last.items, item], passage: shared });
    } else groups.push({ items: [item], passage: item.passage });
  }
  return groups;
}

function union(one: readonly Sentence[], other: readonly Sentence[]): Sentence[] {
  return [...new Set([...one, ...other])].sort((a, b) => a.number - b.number);
}

function isClose(one: readonly Sentence[], other: readonly Sentence[]): boolean {
  const numbers = new Set(one.flatMap(({ number }) => [number - CLOSE, number, number + CLOSE]));
  return other.some(({ number }) => numbers.has(number));
}

/**
 * Each passage as the lines that the model of the digest saw, a blank line, and the numbered statements on
 * it.
 */
function render(groups: readonly Group[], remark: Remark): string {
  let number = 0;
  return groups
    .map(({ items, passage }) => {
      const statements = items.map((item) => {
        number += 1;
        const below = remark(item);
        return `${String(number)}. ${wordsOf(item)}${below === '' ? '' : `\n${below}`}`;
      });
      return [...linesOf(passage), '', ...statements].join('\n');
    })
    .join('\n\n');
}

/** Sentences that do not follow one another are parted by an ellipsis. */
function linesOf(passage: readonly Sentence[]): string[] {
  return passage.flatMap(({ number, text }, index) => {
    const before = passage[index - 1];
    const gap = before !== undefined && before.number + 1 < number ? ['…'] : [];
    return [...gap, toLine(number, text)];
  });
}

/** A statement on one line, with its kind where that is not a plain sentence. */
function wordsOf({ stated, due }: Examined): string {
  const text = oneLine(stated.text);
  if (stated.section === 'facts') return `(fact) ${text}`;
  if (stated.section !== 'actions') return text;
  const who = stated.owner === '' ? '' : ` — who: ${oneLine(stated.owner)}`;
  const by = due.kind === 'none' ? '' : ` — by: ${oneLine(due.text)}`;
  return `(to-do) ${text}${who}${by}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
