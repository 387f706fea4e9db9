import { format } from '../i18n/messages';
import { estimateTokens } from '../inbox/catalogue';

/**
 * What files of these sizes (bytes) are likely to take, in words that have `{low}` and, in brackets, `{high}`
 * and `{reading}`. `readsTwice`: their statements are read a second time.
 */
export function estimateText(words: string, sizes: readonly number[], readsTwice: boolean): string {
  const { low, high, reading } = estimateTokens(sizes, readsTwice);
  const shown = (tokens?: number): string => tokens?.toLocaleString() ?? '';
  return format(words, { low: shown(low), high: shown(high), reading: shown(reading) });
}
