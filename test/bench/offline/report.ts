/**
 * One line of the table of results (see `tableOf`). `value` is a percentage or a ratio; `error` is half of
 * the width of its 95 % confidence interval.
 */
export interface Figure {
  readonly what: string;
  readonly items: number;
  readonly value: number;
  readonly error?: number;
  /** Further results of the same run, as text. */
  readonly beside?: string;
  /** `value` should be at least this; if `isMost` is true, at most this. */
  readonly target?: number;
  readonly isMost?: boolean;
}

/** Returns the mean, and half of the width of its 95 % confidence interval. */
export function meanOf(values: readonly number[]): { readonly value: number; readonly error: number } {
  const count = Math.max(1, values.length);
  const value = values.reduce((sum, each) => sum + each, 0) / count;
  const variance =
    values.reduce((sum, each) => sum + (each - value) ** 2, 0) / Math.max(1, values.length - 1);
  return { value, error: 1.96 * Math.sqrt(variance / count) };
}

/**
 * Returns a share in percent, and half of the width of its 95 % confidence interval, computed as in Wilson
 * (1927), so that the width is not 0 for a share of 0 or 100 %.
 */
export function shareOf(good: number, all: number): { readonly value: number; readonly error: number } {
  if (all === 0) return { value: 0, error: 0 };
  const [z, p] = [1.96, good / all];
  const half = (z / (1 + z ** 2 / all)) * Math.sqrt((p * (1 - p)) / all + z ** 2 / (4 * all ** 2));
  return { value: 100 * p, error: 100 * half };
}

/**
 * Returns the table as text. `x` marks a missed target, and `~` a target that is missed by no more than the
 * error.
 */
export function tableOf(figures: readonly Figure[]): string {
  return figures.map(lineOf).join('\n');
}

function lineOf({ what, items, value, error, beside, target, isMost }: Figure): string {
  const shown = `${value.toFixed(1).padStart(6)}${error === undefined ? '' : ` ±${error.toFixed(1)}`}`;
  const cells = [what.padEnd(52), String(items).padStart(5), shown.padEnd(15)];
  if (target !== undefined) {
    const short = isMost === true ? value - target : target - value;
    const mark = short <= 0 ? 'reached' : short <= (error ?? 0) ? '~ within the error' : 'x missed';
    cells.push(`target ${isMost === true ? '<=' : '>='} ${String(target)} ${mark}`.padEnd(36));
  } else cells.push(''.padEnd(36));
  return `${cells.join(' ')} ${beside ?? ''}`.trimEnd();
}
