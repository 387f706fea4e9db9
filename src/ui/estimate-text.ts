import { format } from '../i18n/messages';
import { estimateTokens } from '../inbox/catalogue';

/**
 * Returns a text with the estimated tokens for files of these sizes.
 *
 * @param words a template with `{low}` and, in optional parts, `{high}` and `{reading}`
 * @param sizes in bytes
 * @param readsTwice true when statements are read a second time
 */
export function estimateText(words: string, sizes: readonly number[], readsTwice: boolean): string {
  const { low, high, reading } = estimateTokens(sizes, readsTwice);
  const shown = (tokens?: number): string => tokens?.toLocaleString() ?? '';
  return format(words, { low: shown(low), high: shown(high), reading: shown(reading) });
}
