import type { Rule } from './ruling';

/** A horizontal rule above or below a row of cells. It is drawn as one piece for each cell. */
export interface DividedRule {
  /** The y of the rule. `from` and `to` are its left and its right end. All numbers are in points. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** Where one piece ends and the next one begins, from left to right. */
  readonly edges: readonly number[];
}

/** Pieces of a rule, and the two strokes of a double rule, are at most this far apart, in points. */
const NEAR = 1.2;
/** Minimum and maximum number of pieces of a rule. A rule with more pieces is dashed. */
const FEWEST = 3;
const MOST = 30;
/** Minimum length of a piece, in points. A shorter one is a dash. */
const SHORTEST = 8;

/** Finds the horizontal rules that consist of several pieces, end to end. */
export function dividedRules(across: readonly Rule[]): DividedRule[] {
  const found: DividedRule[] = [];
  const sorted = [...across].sort((a, b) => a.at - b.at);
  for (let start = 0; start < sorted.length;) {
    const level = sorted[start]?.at ?? 0;
    let end = start;
    while ((sorted[end]?.at ?? Number.NaN) - level < NEAR) end += 1;
    found.push(...onLevel(sorted.slice(start, end)));
    start = end;
  }
  return found;
}

function onLevel(rules: readonly Rule[]): DividedRule[] {
  const runs: Rule[][] = [];
  for (const rule of [...rules].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (run && last && Math.abs(rule.from - last.from) < NEAR && Math.abs(rule.to - last.to) < NEAR) continue;
    if (run && last && Math.abs(rule.from - last.to) < NEAR) run.push(rule);
    else runs.push([rule]);
  }
  return runs.flatMap((run) => {
    const [first, ...others] = run;
    const last = run[run.length - 1];
    const isDivided = run.length >= FEWEST && run.length <= MOST;
    if (!first || !last || !isDivided || run.some(({ from, to }) => to - from < SHORTEST)) return [];
    return [{ at: first.at, from: first.from, to: last.to, edges: others.map(({ from }) => from) }];
  });
}
