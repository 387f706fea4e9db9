import type { DoubtfulRun, DrawnItem } from './doubtful';

/** The text of a page, divided into the visible and the invisible part. */
export interface DividedText {
  /** All items in order. Each hidden character is replaced by a space, so that offsets stay the same. */
  readonly items: readonly DrawnItem[];
  /** The hidden text, one item per line; empty when there is none. */
  readonly hidden: string;
}

/**
 * Minimum number of letters and digits in {@link DividedText.hidden}. Shorter hidden text is left out,
 * because it is probably an accident.
 */
const FEWEST_CHARACTERS = 4;

/**
 * Divides the text of a page: `runs` are hidden, and all other text is visible. Hidden text of an item is
 * left out of `hidden` if it also occurs in the visible text.
 */
export function withoutHidden(items: readonly DrawnItem[], runs: readonly DoubtfulRun[]): DividedText {
  if (runs.length === 0) return { items, hidden: '' };
  const texts = items.map(({ str }) => str);
  const lines = new Map<number, string>();
  for (const { item, from, to } of runs) {
    const text = texts[item] ?? '';
    lines.set(item, (lines.get(item) ?? '') + text.slice(from, to));
    texts[item] = text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
  }
  const visible = normalised(texts.join(''));
  const hidden = [...lines.values()]
    .filter((line) => line.trim() !== '' && !visible.includes(normalised(line)))
    .join('\n');
  const isRemarkable = hidden.replace(/[^\p{L}\p{N}]/gu, '').length >= FEWEST_CHARACTERS;
  return {
    items: items.map((item, index) => ({ ...item, str: texts[index] ?? '' })),
    hidden: isRemarkable ? hidden : '',
  };
}

function normalised(text: string): string {
  return text.replace(/\s+/g, '');
}
