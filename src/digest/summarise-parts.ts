import { Cancelled } from '../failure';
import type { Draft, DraftStatement } from '../llm/draft';
import type { DraftRequest, LanguageModel } from '../llm/model';
import { runBounded } from './map-parts';
import { toLine } from './lines';

/** Tokens of statements one merging call reads. */
const MERGE_BUDGET = 8_000;
/** Statements under which nothing needs merging. */
const SHORT_ENOUGH = 8;
/** Levels of the tree; each shrinks its input several times over, so that more are never reached in earnest. */
const DEEPEST = 6;

export interface MergeOptions {
  readonly signal: AbortSignal;
  readonly instructions: string;
  readonly outputLanguage: string;
  readonly estimateTokens: (text: string) => number;
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
  readonly statement: DraftStatement;
}

/**
 * Summary and points of many parts as those of the whole, by a tree of model calls over the statements in the same
 * line form. A line carries the number of the first sentence its statement cites, so that what comes back cites the
 * document; the statement's other references are added again. When a call fails, its statements stay as they are.
 * @throws Cancelled
 */
export async function summariseParts(united: Draft, model: LanguageModel, options: MergeOptions): Promise<Merged> {
  let current: Merged = { summary: united.summary, points: united.points, tokens: 0 };
  for (let level = 0; level < DEEPEST; level += 1) {
    if (current.summary.length + current.points.length <= SHORT_ENOUGH) return current;
    const groups = groupsOf(current, options.estimateTokens);
    const before = current;
    const tasks = groups.map((group) => () => mergeGroup(group, model, options));
    const merged = await runBounded(tasks, model.limits.concurrency, options.signal);
    current = joined(merged, before);
    if (groups.length === 1 || size(current) >= size(before)) return current;
  }
  return current;
}

function size(merged: Merged): number {
  return merged.summary.length + merged.points.length;
}

function groupsOf(merged: Merged, estimateTokens: (text: string) => number): Stated[][] {
  const stated = [...merged.summary, ...merged.points]
    .flatMap((statement) => {
      const [number] = [...statement.refs].sort((a, b) => a - b);
      return number === undefined ? [] : [{ number, statement }];
    })
    .sort((a, b) => a.number - b.number);
  const groups: Stated[][] = [];
  let tokens = Number.POSITIVE_INFINITY;
  for (const each of stated) {
    const cost = estimateTokens(toLine(each.number, each.statement.text)) + 1;
    if (tokens + cost > MERGE_BUDGET) {
      groups.push([]);
      tokens = 0;
    }
    groups.at(-1)?.push(each);
    tokens += cost;
  }
  return groups;
}

async function mergeGroup(group: readonly Stated[], model: LanguageModel, options: MergeOptions): Promise<Merged> {
  const request: DraftRequest = {
    lines: group.map(({ number, statement }) => toLine(number, statement.text)).join('\n'),
    outputLanguage: options.outputLanguage,
    instructions: options.instructions,
  };
  try {
    const { draft, tokens = 0 } = await model.draft(request, options.signal);
    if (draft.summary.length === 0) return unmerged(group, tokens);
    return {
      summary: draft.summary.map((statement) => withAllRefs(statement, group)),
      points: draft.points.map((statement) => withAllRefs(statement, group)),
      title: draft.title,
      tags: draft.tags,
      tokens,
    };
  } catch (thrown) {
    // The parts are read and paid for; a merge that fails costs polish, not content.
    if (thrown instanceof Cancelled || options.signal.aborted) throw new Cancelled();
    return unmerged(group, 0);
  }
}

function unmerged(group: readonly Stated[], tokens: number): Merged {
  return { summary: group.map(({ statement }) => statement), points: [], tokens };
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
