import type { Sentence } from '../../text/sentence';
import type { Examined } from '../examine';
import { toLine } from '../parts/lines';

/** Maximum number of statements in one call. With more, the model reads less carefully. */
const MOST_STATEMENTS = 20;
/** Maximum tokens of passages and statements in one call. */
const MOST_TOKENS = 4_000;
/**
 * A passage is the part of the document with which a statement is compared. Two passages are sent as one if
 * they overlap, or if the numbers of their nearest sentences differ by at most this value.
 */
const CLOSE = 1;
/** Maximum number of sentences in a passage that several statements share. */
const LONGEST_PASSAGE = 40;

/** Statements that are read in one call, and the text that is sent for them. */
export interface Batch {
  /** The statements in the order of their numbers in `text`, from 1. */
  readonly items: readonly Examined[];
  readonly text: string;
}

/** Statements, and the sentences that they are compared with. */
interface Group {
  readonly items: readonly Examined[];
  readonly passage: readonly Sentence[];
}

/** Returns the lines that are added below a statement; an empty text adds none. */
export type Remark = (item: Examined) => string;

/**
 * Distributes statements over calls, in the order of their passages in the document. `budget` is the
 * maximum number of tokens of one call.
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
 * Renders each passage as numbered lines, in the same form as in the prompt for a digest. After each passage
 * come a blank line and the numbered statements about the passage.
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

function linesOf(passage: readonly Sentence[]): string[] {
  return passage.flatMap(({ number, text }, index) => {
    const before = passage[index - 1];
    const gap = before !== undefined && before.number + 1 < number ? ['…'] : [];
    return [...gap, toLine(number, text)];
  });
}

function wordsOf({ stated, due }: Examined): string {
  const text = oneLine(stated.text);
  if (stated.fact !== undefined) return `(fact) ${text}`;
  if (stated.section !== 'actions') return text;
  const who = stated.owner === '' ? '' : ` — who: ${oneLine(stated.owner)}`;
  const by = due.kind === 'none' ? '' : ` — by: ${oneLine(due.text)}`;
  return `(to-do) ${text}${who}${by}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
