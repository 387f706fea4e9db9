/** One line of the bench's table. Figures are percent or a ratio; `error` is half a 95 % interval. */
export interface Figure {
  readonly what: string;
  readonly items: number;
  readonly value: number;
  readonly error?: number;
  /** What the figure is compared with, in words: baselines measured in the same run. */
  readonly beside?: string;
  /** The figure to be reached; `most` where it must not be exceeded. */
  readonly target?: number;
  readonly isMost?: boolean;
}

/** Mean and half of its 95 % interval. */
export function meanOf(values: readonly number[]): { readonly value: number; readonly error: number } {
  const count = Math.max(1, values.length);
  const value = values.reduce((sum, each) => sum + each, 0) / count;
  const variance =
    values.reduce((sum, each) => sum + (each - value) ** 2, 0) / Math.max(1, values.length - 1);
  return { value, error: 1.96 * Math.sqrt(variance / count) };
}

/** A share in percent and half of its 95 % interval (Wilson, 1927), which is no zero at the ends. */
export function shareOf(good: number, all: number): { readonly value: number; readonly error: number } {
  if (all === 0) return { value: 0, error: 0 };
  const [z, p] = [1.96, good / all];
  const half = (z / (1 + z ** 2 / all)) * Math.sqrt((p * (1 - p)) / all + z ** 2 / (4 * all ** 2));
  return { value: 100 * p, error: 100 * half };
}

/** The table as text. A missed target has a cross; one that is missed by less than the error a tilde. */
export function tableOf(figures: readonly Figure[]): string {
  return figures.map(lineOf).join('\n');
}

function lineOf({ what, items, value, error, beside, target, isMost }: Figure): string {
  const shown = `${value.toFixed(1).padStart(6)}${error === undefined ? '' : ` ±${error.toFixed(1)}`}`;
  const cells = [what.padEnd(44), String(items).padStart(5), shown.padEnd(15)];
  if (target !== undefined) {
    const short = isMost === true ? value - target : target - value;
    const mark = short <= 0 ? 'reached' : short <= (error ?? 0) ? '~ within the error' : 'x missed';
    cells.push(`target ${isMost === true ? '<=' : '>='} ${String(target)} ${mark}`.padEnd(36));
  } else cells.push(''.padEnd(36));
  return `${cells.join(' ')} ${beside ?? ''}`.trimEnd();
}
