import { BUYER_LABELS, COMPANY_FORM, SELLER_LABELS } from '../../../text/lexicon/bill';
import { anyOf } from '../../../text/words';
import { restOf, type Line } from './lines';

/** A value with the numbers of the sentences that contain it. */
export interface Found {
  readonly value: string;
  readonly refs: readonly number[];
}

export interface Parties {
  readonly seller?: Found;
  readonly buyer?: Found;
}

/** The legal form at the end of a company's name, such as `Ltd`. */
const FORM = new RegExp(`(?:^|[\\s,])${COMPANY_FORM}(?=$|[\\s,.;()])`, 'u');
/** The same form in capitals or small letters. */
const FORM_ANY_CASE = new RegExp(FORM.source, 'iu');
/** Matches a text up to the end of a company's legal form. */
const TO_FORM = new RegExp(`^(.*?(?:^|[\\s,])${COMPANY_FORM})(?=$|[\\s,.;()])`, 'iu');
/** Matches numbers and their labels before the name of a seller or buyer, such as `Kunden-Nr. 123`. */
const NUMBERS_BEFORE = new RegExp(
  [
    '^(?:(?:globale\\s*)?(?:nummer|gln|gtin|duns|lief-?nr\\.?|kunden-?nr\\.?)\\s*[:：]?\\s*',
    '[\\w-]*\\d[\\w-]*(?:\\s*\\((?:GLN|GTIN|DUNS)\\))?\\s*)+',
  ].join(''),
  'iu',
);
/** Matches lines such as `Herr` or `Tel:`, which contain no name. */
const NO_NAME = new RegExp(
  `^${anyOf(
    'herrn?, frau, mr\\.?, mrs\\.?, ms\\.?, monsieur, madame, nummer, gln, gtin, globale?, kunden, lief, ust',
    'steuer, tel, fax, fon, phone, e-?mail, http, www, anschrift, address, adresse, telefon',
    'ansprechpartner, abteilung, name, spett\\.?le, egr\\.?, gent\\.?(?:le)?, sig\\.?(?:ra)?, sr\\.?a?, señora?',
    'familie, t\\.a\\.v\\.',
  )}[\\s.:：]*$`,
  'iu',
);
/** Matches a cell that is itself a label, and not the value of the label beside it. */
const OTHER_LABEL = /(?:nummer|number|nr|no|datum|date|code|#|号)[.:：]?$/u;
/** A label with a colon at the beginning of a line. */
const LABELLED = /^\p{L}[\p{L}.\- ]{1,24}\s*[:：]/u;
/** Matches a line that ends with the kind of document, such as `Official Receipt`. */
const BILL_TITLE = /(?:收据|小票|发票|凭证|receipt|invoice)$/iu;
const STREET = new RegExp(
  anyOf(
    '\\d+\\s?[a-z]?$, ^\\d+[,\\s], stra(?:ß|ss)e, str\\., \\brue\\b, \\bstreet\\b, \\broad\\b, \\bavenue\\b',
    '\\bcalle\\b, \\bvia\\b, laan\\b, straat\\b, jalan, jln',
  ),
  'iu',
);
const POSTAL = /(?:^|\s)(?:[A-Z]{1,2}[- ]?)?\d{4,6}\s+\p{Lu}/u;
/** Number of lines below a label that are searched for a name. */
const REACH = 7;
/** Maximum length of a name, in UTF-16 units. */
const LONGEST = 90;

/** Finds the seller and the buyer by their labels, or else by addresses and legal forms. */
export function partiesOf(lines: readonly Line[], isReceipt: boolean): Parties {
  const [chineseBuyer, chineseSeller] = chineseNames(lines);
  const customer = chineseBuyer ?? labelled(lines, BUYER_LABELS);
  const seller =
    chineseSeller ?? labelled(lines, SELLER_LABELS) ?? (isReceipt ? atTop(lines) : inHeader(lines, customer));
  const buyer = customer ?? (isReceipt ? undefined : addressee(lines, seller));
  const isSame = buyer !== undefined && plain(buyer.value) === plain(seller?.value ?? '');
  return {
    ...(seller === undefined ? {} : { seller }),
    ...(buyer === undefined || isSame ? {} : { buyer }),
  };
}

function labelled(lines: readonly Line[], label: RegExp): Found | undefined {
  for (const [index, line] of lines.entries()) {
    for (const [column, cell] of line.cells.entries()) {
      const match = label.exec(cell.bare);
      if (match === null) continue;
      const rest = restOf(cell, match[0].length);
      const own = /[:：]$/u.test(match[0]) || rest === '' ? rest : undefined;
      // If text follows the match and the match has no colon, the whole cell is another label
      // (`Kundennummer`, `Customer No`). Such a cell is skipped.
      if (own === undefined) continue;
      const next = own === '' ? line.cells[column + 1] : undefined;
      const beside = next === undefined || OTHER_LABEL.test(next.bare) ? own : next.text;
      const found = nameIn(beside, line.number) ?? (own === '' ? below(lines, index) : undefined);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** Returns the first name in the lines below a label. */
function below(lines: readonly Line[], index: number): Found | undefined {
  for (let at = index + 1; at <= Math.min(index + REACH, lines.length - 1); at += 1) {
    const line = lines[at];
    const [first, second] = line?.cells ?? [];
    if (line === undefined || first === undefined) continue;
    if (SELLER_LABELS.test(first.bare) || BUYER_LABELS.test(first.bare)) return undefined;
    if (/^name[:：]?$/u.test(first.bare)) {
      const next = second === undefined ? lines[at + 1] : undefined;
      const own = nameIn(second?.text ?? '', line.number);
      if (own !== undefined) return own;
      const salutation = next !== undefined && NO_NAME.test(next.text) ? lines[at + 2] : next;
      return salutation === undefined ? undefined : nameIn(salutation.text, salutation.number);
    }
    const found = nameIn(first.text, line.number);
    if (found !== undefined) return withSecondLine(found, lines[at + 1]);
  }
  return undefined;
}

/** Adds the second line of a name: `MVM Musterhafter` / `Versicherungsverein Musterstadt a.G.`. */
function withSecondLine(found: Found, next: Line | undefined): Found {
  if (next === undefined || FORM.test(found.value) || !FORM.test(next.text) || /\d|[:：]/u.test(next.text))
    return found;
  return { value: `${found.value} ${next.text}`, refs: [...found.refs, next.number] };
}

/** Returns the names after 名称：in a Chinese invoice. The first one is the buyer, the second one the seller. */
function chineseNames(lines: readonly Line[]): Found[] {
  return lines.flatMap((line) =>
    Array.from(
      line.text.matchAll(/名\s*称\s*[:：]\s*([^\s:：]{4,40}?)(?=\s|$|统一|纳税人|销|购)/gu),
      (match) => ({
        value: match[1] ?? '',
        refs: [line.number],
      }),
    ),
  );
}

/**
 * Returns the shop of a receipt: the first top line that contains a legal form, or else the first top line
 * that looks like a name.
 */
function atTop(lines: readonly Line[]): Found | undefined {
  const isOver = ({ text }: Line): boolean => /\b(?:invoice|receipt|tel|bill)\b/iu.test(text);
  const start = lines.findIndex((line) => !isOver(line) && /\p{L}{3}/u.test(line.text));
  const top = lines.slice(Math.max(0, start), start + 7);
  const end = top.findIndex(isOver);
  const head = end > 0 ? top.slice(0, end) : top;
  const at = head.findIndex(({ text }) => FORM_ANY_CASE.test(text) && !LABELLED.test(text));
  const line = head[at];
  const before = head[at - 1];
  if (line !== undefined) {
    // `POPULAR BOOK` / `CO. (M) SDN BHD`: a line with a legal form and at most one other word belongs to the
    // line above.
    const own = line.text.replace(FORM_ANY_CASE, ' ').match(/\p{L}{2,}/gu) ?? [];
    const isJoined = own.length <= 1 && before !== undefined && !/\d/u.test(before.text);
    const value = isJoined ? `${before.text} ${line.text}` : line.text;
    return { value: withoutNumber(value), refs: isJoined ? [before.number, line.number] : [line.number] };
  }
  const isName = ({ text, cells }: Line): boolean =>
    cells.length === 1 &&
    !BILL_TITLE.test(text) &&
    (text.match(/\p{L}/gu)?.length ?? 0) >= 4 &&
    !/\d{4}|^\d+,/u.test(text);
  const first = head.find(isName);
  return first === undefined ? undefined : { value: withoutNumber(first.text), refs: [first.number] };
}

/** Removes a registration number after a name: `… SDN BHD (123456-X)`, `… 789417-W`. */
function withoutNumber(text: string): string {
  return text
    .replace(/[\s(]*(?:co\.?\s*)?(?:reg\.?\s*)?(?:no\.?\s*:?)?\s*\(?\d{5,}-?[A-Z]?\)?$/iu, '')
    .trim();
}

/**
 * Returns the first company in the first lines, or else in all lines, because a letterhead can be at the foot
 * of the page. The buyer is skipped.
 */
function inHeader(lines: readonly Line[], buyer: Found | undefined): Found | undefined {
  const isNamed = ({ text }: Line): boolean => FORM.test(text) && !LABELLED.test(text);
  for (const line of [...lines.slice(0, 4), ...lines].filter(isNamed)) {
    const cell = line.cells.find(({ text }) => FORM.test(text))?.text ?? '';
    const found = nameIn(cell.split(/\s[-–·|●]\s/u)[0] ?? '', line.number);
    if (found !== undefined && plain(found.value) !== plain(buyer?.value ?? '')) return found;
  }
  return undefined;
}

/**
 * Returns the first name that has a street and a town below it. The seller is skipped. If the seller is not
 * known, the first line is skipped, too, because it can be a letterhead.
 */
function addressee(lines: readonly Line[], seller: Found | undefined): Found | undefined {
  for (const [index, line] of lines.entries()) {
    const found = line.cells.length === 1 ? nameIn(line.text, line.number) : undefined;
    if (found === undefined || plain(seller?.value ?? '').includes(plain(found.value))) continue;
    if (seller === undefined && index === 0) continue;
    const next = lines.slice(index + 1, index + 4).map(({ text, cells }) => (cells.length === 1 ? text : ''));
    const town = next.findIndex((text) => POSTAL.test(text));
    if (town > 0 && next.slice(0, town).some((text) => STREET.test(text))) return found;
  }
  return undefined;
}

function nameIn(text: string, number: number): Found | undefined {
  const bare = text
    .replace(NUMBERS_BEFORE, '')
    .replace(/^.*\b(?:sold|issued|provided|billed) by\s+/iu, '')
    .trim();
  if (NO_NAME.test(bare) || LABELLED.test(bare) || /@|https?:|www\.|\d{6}/iu.test(bare)) return undefined;
  const name = /\d/u.test(bare) ? (TO_FORM.exec(bare)?.[1] ?? '') : bare;
  const letters = name.match(/\p{L}/gu)?.length ?? 0;
  if (
    letters < 4 ||
    name.length > LONGEST ||
    letters < name.length * 0.6 ||
    /[（(]?(?:盖章|签字|签章)/u.test(name)
  )
    return undefined;
  if (OTHER_LABEL.test(name.toLowerCase()) || isSentence(name)) return undefined;
  return { value: name.replace(/[\s,;:：]+$/u, ''), refs: [number] };
}

/** Returns true for a text such as `Dat betaal ik zelf wel.`, which is a sentence and not a name. */
function isSentence(name: string): boolean {
  const words = name.match(/\p{L}+/gu) ?? [];
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length > 3 && small * 2 > words.length && !FORM.test(name);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
