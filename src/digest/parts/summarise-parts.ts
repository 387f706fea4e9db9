import { Failure, throwIfCancelled } from '../../failure';
import type { Draft, DraftStatement } from '../../llm/draft';
import type { AskOptions } from './ask-parts';
import { runBounded } from '../../run-bounded';
import { toLine } from './lines';
import { refusalOf } from './refusal';

/** Maximum tokens of statements in one merging call. */
const MERGE_BUDGET = 8_000;
/** Approximate tokens of the statements of one part. */
export const STATED_BY_PART = 500;
/** If the summaries and points of all parts have at most this number of statements, they are not merged. */
const SHORT_ENOUGH = 8;
/**
 * Maximum number of rounds of merging. Each round leaves only a fraction of its statements, so real documents
 * never reach this limit.
 */
const DEEPEST = 6;

/** Returns the approximate number of calls that merge the statements of `parts` parts. */
export function mergingCalls(parts: number): number {
  const first = Math.ceil((parts * STATED_BY_PART) / MERGE_BUDGET);
  return first === 1 ? 1 : first + 1;
}

export interface MergeOptions extends Omit<AskOptions, 'onPart'> {
  /** Maximum tokens of statements in one call. A value above {@link MERGE_BUDGET} has no effect. */
  readonly budget: number;
}

export interface Merged {
  readonly summary: readonly DraftStatement[];
  readonly points: readonly DraftStatement[];
  readonly title?: string;
  readonly tags?: readonly string[];
  readonly tokens: number;
}

/**
 * A statement of a part. `number` is the number of the first cited sentence. The line of the statement in the
 * prompt has the same number.
 */
interface Stated {
  readonly number: number;
  readonly section: 'summary' | 'points';
  readonly statement: DraftStatement;
}

/**
 * Merges the summaries and points of many parts. In each round, groups of statements are sent to the model,
 * and each answer replaces its group. Each merged statement cites the sentences of all statements from which
 * the model made it. If the endpoint refuses a group, the group stays unchanged.
 * @throws a Failure that does not depend on the statements; Cancelled.
 */
export async function summariseParts(united: Draft, options: MergeOptions): Promise<Merged> {
  let current: Merged = { summary: united.summary, points: united.points, tokens: 0 };
  for (let level = 0; level < DEEPEST; level += 1) {
    if (size(current) <= SHORT_ENOUGH) return current;
    const groups = groupsOf(current, options);
    const before = current;
    const tasks = groups.map((group) => () => mergeGroup(group, options));
    const merged = await runBounded(tasks, options.concurrency, options.signal);
    current = combined(merged, before);
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

/**
 * Returns whether the failure depends on the statements. If so, the statements are used unmerged, because
 * an error would lose the answers about the parts, which are already paid for.
 */
function isAboutStatements(thrown: unknown): boolean {
  return refusalOf(thrown) !== undefined || (thrown instanceof Failure && thrown.kind === 'llm-bad-answer');
}

function unmerged(group: readonly Stated[], tokens: number): Merged {
  const of = (section: Stated['section']): DraftStatement[] =>
    group.filter((each) => each.section === section).map(({ statement }) => statement);
  return { summary: of('summary'), points: of('points'), tokens };
}

/**
 * The references of `statement` are line numbers of the prompt. The returned statement has the references of
 * all statements in these lines instead.
 */
function withAllRefs(statement: DraftStatement, group: readonly Stated[]): DraftStatement {
  const refs = statement.refs.flatMap((ref) =>
    group.filter(({ number }) => number === ref).flatMap((each) => each.statement.refs),
  );
  return { text: statement.text, refs: [...new Set(refs)].sort((a, b) => a - b) };
}

function combined(merged: readonly Merged[], before: Merged): Merged {
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
