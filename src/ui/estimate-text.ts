import { format } from '../i18n/messages';
import { estimateTokens } from '../inbox/catalogue';

/** What files of these sizes (bytes) are likely to take, in words that have `{low}` and, in brackets, `{high}`. */
export function estimateText(words: string, sizes: readonly number[]): string {
  const { low, high } = estimateTokens(sizes);
  return format(words, { low: low.toLocaleString(), ...(high === undefined ? {} : { high: high.toLocaleString() }) });
}
