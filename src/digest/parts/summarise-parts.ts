import { Failure, throwIfCancelled } from '../../failure';
import type { Draft, DraftStatement } from '../../llm/draft';
import type { AskOptions } from './ask-parts';
import { runBounded } from '../../run-bounded';
import { toLine } from './lines';
import { refusalOf } from './refusal';

/** Tokens of statements one merging call reads. */
const MERGE_BUDGET = 8_000;
/** Tokens of statements that a part comes to, about. */
export const STATED_BY_PART = 500;
/** Statements under which nothing needs merging. */
const SHORT_ENOUGH = 8;
/** Levels of the tree; each shrinks its input several times over, so that more are never reached in earnest. */
const DEEPEST = 6;

/** Calls that merging so many parts takes, about. */
export function mergingCalls(parts: number): number {
  const first = Math.ceil((parts * STATED_BY_PART) / MERGE_BUDGET);
  return first === 1 ? 1 : first + 1;
}

export interface MergeOptions extends Pick<AskOptions, 'frame' | 'signal' | 'concurrency' | 'ask'> {
  readonly estimateTokens: (text: string) => number;
  /** Tokens of statements that one call may read; more than is good for the merging is not made use of. */
  readonly budget: number;
}

export interface Merged {
  readonly summary: readonly DraftStatement[];
  readonly points: readonly DraftStatement[];
  readonly title?: string;
  readonly tags?: readonly string[];
  readonly tokens: number;
}

/** A statement of a part: its line is numbered with the sentence it rests on. */
interface Stated {
  readonly number: number;
  readonly section: 'summary' | 'points';
  readonly statement: DraftStatement;
}

/**
 * Summary and points of many parts as those of the whole, by a tree of model calls over the statements in the same
 * line form. A line carries the number of the first sentence its statement cites, so that what comes back cites the
 * document; the statement's other references are added again. Where the model has something against the statements
 * themselves, they stay as they are.
 * @throws Failure that any other call would meet, too; Cancelled.
 */
export async function summariseParts(united: Draft, options: MergeOptions): Promise<Merged> {
  let current: Merged = { summary: united.summary, points: united.points, tokens: 0 };
  for (let level = 0; level < DEEPEST; level += 1) {
    if (size(current) <= SHORT_ENOUGH) return current;
    const groups = groupsOf(current, options);
    const before = current;
    const tasks = groups.map((group) => () => mergeGroup(group, options));
    const merged = await runBounded(tasks, options.concurrency, options.signal);
    current = joined(merged, before);
    if (groups.length === 1 || size(current) >= size(before)) return current;
  }
  return current;
}

function size(merged: Merged): number {
  return merged.summary.length + merged.points.length;
}

function groupsOf(merged: Merged, { estimateTokens, budget }: MergeOptions): Stated[][] {
  const stated = (['summary', 'points'] as const)
    .flatMap((section) =>
      merged[section].flatMap((statement) => {
        const [number] = [...statement.refs].sort((a, b) => a - b);
        return number === undefined ? [] : [{ number, section, statement }];
      }),
    )
    .sort((a, b) => a.number - b.number);
  const groups: Stated[][] = [];
  let tokens = Number.POSITIVE_INFINITY;
  for (const each of stated) {
    const cost = estimateTokens(toLine(each.number, each.statement.text)) + 1;
    if (tokens + cost > Math.min(MERGE_BUDGET, budget)) {
      groups.push([]);
      tokens = 0;
    }
    groups.at(-1)?.push(each);
    tokens += cost;
  }
  return groups;
}

async function mergeGroup(group: readonly Stated[], { ask, frame, signal }: MergeOptions): Promise<Merged> {
  const lines = group.map(({ number, statement }) => toLine(number, statement.text)).join('\n');
  try {
    const { draft, tokens = 0 } = await ask({ lines, ...frame });
    if (draft.summary.length === 0) return unmerged(group, tokens);
    return {
      summary: draft.summary.map((statement) => withAllRefs(statement, group)),
      points: draft.points.map((statement) => withAllRefs(statement, group)),
      title: draft.title,
      tags: draft.tags,
      tokens,
    };
  } catch (thrown) {
    throwIfCancelled(signal);
    if (!isAboutStatements(thrown)) throw thrown;
    return unmerged(group, 0);
  }
}

/** The parts are read and paid for: a merge that cannot be had costs polish, not content. */
function isAboutStatements(thrown: unknown): boolean {
  return refusalOf(thrown) !== undefined || (thrown instanceof Failure && thrown.kind === 'llm-bad-answer');
}

function unmerged(group: readonly Stated[], tokens: number): Merged {
  const of = (section: Stated['section']): DraftStatement[] =>
    group.filter((each) => each.section === section).map(({ statement }) => statement);
  return { summary: of('summary'), points: of('points'), tokens };
}

/** References to lines of this group, each with the other sentences its statement cites. */
function withAllRefs(statement: DraftStatement, group: readonly Stated[]): DraftStatement {
  const refs = statement.refs.flatMap((ref) =>
    group.filter(({ number }) => number === ref).flatMap((each) => each.statement.refs),
  );
  return { text: statement.text, refs: [...new Set(refs)].sort((a, b) => a - b) };
}

function joined(merged: readonly Merged[], before: Merged): Merged {
  const [only] = merged;
  const tokens = before.tokens + merged.reduce((sum, each) => sum + each.tokens, 0);
  const whole = merged.length === 1 && only !== undefined ? only : {};
  return {
    ...whole,
    summary: merged.flatMap((each) => each.summary),
    points: merged.flatMap((each) => each.points),
    tokens,
  };
}
