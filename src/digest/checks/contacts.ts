import { halfWidth } from '../../text/width';
import { anyWord } from '../../text/words';
import type { Check, Claim } from './check';

/** A character of a link in running text. */
const IN_ADDRESS = String.raw`[^\s\uFF0C\u3002\uFF1B\u3001\uFF09)\u300B"'<>]`;
/** A host name with one of these endings is a link even without `www.`. */
const DOMAINS = 'com|net|org|info|cn|top|xyz|site|online|shop|app|io|co|example';

/**
 * Regular expressions for e-mail addresses, links, phone or account numbers, wallet addresses, and user
 * names in messengers.
 */
const KINDS: readonly RegExp[] = [
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
  new RegExp(
    [
      String.raw`\b(?:[a-z][a-z\d+.-]{1,20}://|www\.)${IN_ADDRESS}+`,
      String.raw`\b(?:[a-z\d-]+\.)+(?:${DOMAINS})\b(?:/${IN_ADDRESS}*)?`,
    ].join('|'),
    'giu',
  ),
  // This expression starts at the first digit of a number. It must not match the end of a longer number.
  /(?:\+|\b00|\(0)?\b\d[\d\s()/.-]{6,18}\d(?![\d.,]?\d)/gu,
  /\b(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{24,}\b/giu,
  /(?:^|[\s(:])@[a-z\d_]{3,32}\b/giu,
];
/**
 * The third expression in `KINDS` also matches other numbers. A match is a phone or account number only when
 * it begins with `+`, or when one of these words comes before it.
 */
const CALLED = new RegExp(
  anyWord(
    'tel*, phone*, fax*, mobile*, call*, hotline*, dial*, account*, acct*',
    '电话, 手机, 传真, 热线, 联系方式, 致电, 拨打',
    '账号, 帐号, 账户, 汇至, 转账至, 转至',
  ) + String.raw`\w*[^\n]{0,12}$`,
  'iu',
);

/**
 * Checks that the document contains each e-mail address, link, and phone or account number of a statement.
 * Spaces, some punctuation and case are ignored.
 */
export const contacts: Check = {
  name: 'contacts',
  rule: 'The document contains the same e-mail address, link, phone number or account number.',
  run: ({ source, words, passage }) => {
    const text = withDots(halfWidth(words));
    for (const [index, kind] of KINDS.entries()) {
      for (const { 0: contact, index: at } of text.matchAll(kind)) {
        if (index === 2 && !contact.startsWith('+') && !CALLED.test(text.slice(0, at))) continue;
        if (source.contains(contact) || source.joined(plain).includes(plain(contact))) continue;
        const found = rivalOf(passage, kind);
        return { fact: 'contact', stated: contact.trim(), ...(found === undefined ? {} : { found }) };
      }
    }
    return undefined;
  },
};

/**
 * Restores the dots of addresses that have a word or brackets instead, such as `pay dot example` and
 * `pay[.]example`.
 */
function withDots(text: string): string {
  return text
    .replace(/\s*[[({]\s*(?:\.|dot)\s*[\])}]\s*/giu, '.')
    .replace(/([a-z\d])\s+dot\s+(?=[a-z\d])/giu, '$1.');
}

/** Returns the contact of this kind in the passage; undefined when there is none or more than one. */
function rivalOf(passage: Claim['passage'], kind: RegExp): string | undefined {
  const found = new Set(
    passage.flatMap(({ text }) => Array.from(halfWidth(text).matchAll(kind), ([contact]) => contact)),
  );
  return found.size === 1 ? [...found][0] : undefined;
}

function plain(text: string): string {
  return halfWidth(text)
    .replace(/[\s()/.·+:-]/gu, '')
    .toLowerCase();
}
