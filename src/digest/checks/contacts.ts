import { halfWidth } from '../../text/width';
import type { Check, Claim } from './check';

/** Addresses that lead somewhere. */
const KINDS: readonly RegExp[] = [
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
  /\b(?:https?:\/\/|www\.)[^\s，。；、）)》"'<>]+/giu,
  // From its first digit, because no longer number begins within it.
  /(?:\+|\b00|\(0)?\b\d[\d\s()/.-]{6,18}\d(?![\d.,]?\d)/gu,
];
/** A figure of that shape is a phone or account number only behind such a word. */
const CALLED =
  /(?:电话|手机|传真|热线|联系方式|账号|帐号|\b(?:tel|phone|fax|mobile|call|hotline|account|acct)\w*)[^\n]{0,12}$/iu;

/**
 * An e-mail address, a link, or a phone or account number of a statement stands in the document to the
 * letter.
 */
export const contacts: Check = {
  name: 'contacts',
  rule: 'An e-mail address, a link, a phone or an account number stands in the document to the letter.',
  run: ({ source, words, passage }) => {
    for (const [index, kind] of KINDS.entries()) {
      for (const { 0: contact, index: at } of halfWidth(words).matchAll(kind)) {
        if (index === 2 && !CALLED.test(words.slice(0, at))) continue;
        if (source.joined(plain).includes(plain(contact))) continue;
        const found = rivalOf(passage, kind);
        return { fact: 'contact', stated: contact, ...(found === undefined ? {} : { found }) };
      }
    }
    return undefined;
  },
};

/** The only contact of that kind in the passage. */
function rivalOf(passage: Claim['passage'], kind: RegExp): string | undefined {
  const found = new Set(
    passage.flatMap(({ text }) => Array.from(halfWidth(text).matchAll(kind), ([contact]) => contact)),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

function plain(text: string): string {
  return halfWidth(text)
    .replace(/[\s()/.·+-]/gu, '')
    .toLowerCase();
}
