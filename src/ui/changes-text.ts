import { format, type Messages } from '../i18n/messages';
import type { UnapprovedChange } from '../settings/approvals';

/**
 * Maximum length of a shown value, in characters. Another person may have written the value, so it may be
 * very long.
 */
const longest = 120;

/**
 * The key of the word that is shown for an empty value. For an aspect that is not listed, the key is
 * `byDefault` (the default of the provider).
 */
const wordForEmpty: { readonly [Each in UnapprovedChange['aspect']]?: 'on' | 'none' } = {
  completion: 'on',
  tags: 'on',
  onlyHere: 'none',
  redaction: 'none',
};

/** Returns the changes in words, with the old and the new value of each. */
export function changesText(changes: readonly UnapprovedChange[], { approval: words }: Messages): string {
  return changes
    .flatMap((change) => {
      const { aspect, from, to, risk } = change;
      const name = words.aspects[aspect];
      const values = { name, to: shown(aspect, to, words), from: shown(aspect, from, words) };
      return [format(words.change, values), ...(risk === undefined ? [] : [words.risks[risk]])];
    })
    .join(words.separator);
}

function shown(
  aspect: UnapprovedChange['aspect'],
  meaning: string | null,
  words: Messages['approval'],
): string {
  if (meaning === null) return words.none;
  if (meaning === '') return words[wordForEmpty[aspect] ?? 'byDefault'];
  // Invisible characters could change the order of the text or hide a part of it.
  const plain = meaning.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd');
  return plain.length > longest ? `${plain.slice(0, longest)}\u2026` : plain;
}
