import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Digest } from '../../../src/digest/digest';
import { factProperties } from '../../../src/digest/fact-properties';
import { digestOffline } from '../../../src/digest/offline/digest-offline';
import type { Page, PdfText } from '../../../src/pdf/document';
import { dateOrderOf, findDates } from '../../../src/text/dates';
import { toSentences } from '../../../src/text/segment';
import type { Sentence } from '../../../src/text/sentence';
import { halfOf, type Half } from './data';
import { receiptPage } from './receipt-page';
import { shareOf, type Figure } from './report';

/**
 * The true values of a document. They come from the XML of an e-invoice, or from the JSON file beside a
 * receipt.
 */
interface Truth {
  readonly file: string;
  readonly number?: string | null;
  readonly date?: string | null;
  readonly seller?: string | null;
  readonly buyer?: string | null;
  readonly total?: number | null;
  readonly payable?: number | null;
  readonly due?: string | null;
  readonly currency?: string | null;
}

type Field = 'number' | 'date' | 'seller' | 'buyer' | 'total' | 'due' | 'currency';
/** Minimum percentage of invoices in which the value is right. */
const TARGETS: Readonly<Partial<Record<Field, number>>> = {
  number: 59,
  date: 55,
  total: 71,
  seller: 63,
  buyer: 55,
  due: 65,
};
const NAMES: Readonly<Record<Exclude<Field, 'currency'>, RegExp>> = {
  number: /number|nummer|numéro|numero|#|号码|编号/iu,
  date: /date|datum|fecha|data|日期/iu,
  seller:
    /seller|supplier|vendor|verkäufer|vendeur|vendedor|venditore|verkoper|merchant|company|销售方|商户/iu,
  buyer: /buyer|customer|client|käufer|acheteur|comprador|acquirente|koper|bill to|购买方/iu,
  total: /total|amount|payable|betrag|brutto|montant|à payer|importe|importo|bedrag|合计|金额|应付|总额/iu,
  due: /due|fällig|zahlbar|échéance|vencimiento|scadenza|verval|付款|到期/iu,
};

/** Returns for each field the share of correct values, and how many values are wrong. */
export async function moneyFigures(folder: string, half: Half, isVerbose: boolean): Promise<Figure[]> {
  const invoices = scores('invoice', await invoicesOf(folder, half), half, isVerbose, TARGETS);
  const receipts = scores('receipt', await receiptsOf(folder, half), half, isVerbose, {});
  return [...invoices, ...receipts];
}

interface Case {
  readonly truth: Truth;
  readonly sentences: readonly Sentence[];
}

async function invoicesOf(folder: string, half: Half): Promise<Case[]> {
  const all = JSON.parse(await readFile(join(folder, 'invoices', 'truth.json'), 'utf8')) as Truth[];
  return Promise.all(
    halfOf(all, half).map(async (truth) => {
      const name = `${truth.file.replaceAll('/', '__')}.json`;
      const { pages } = JSON.parse(await readFile(join(folder, 'invoices', name), 'utf8')) as PdfText;
      return { truth, sentences: toSentences(pages) };
    }),
  );
}

async function receiptsOf(folder: string, half: Half): Promise<Case[]> {
  const names = (await readdir(join(folder, 'receipts'))).filter((name) => name.endsWith('.csv')).sort();
  return Promise.all(
    halfOf(names, half).map(async (name) => {
      const page: Page = receiptPage(await readFile(join(folder, 'receipts', name), 'utf8'));
      const label = join(folder, 'receipts', name.replace(/csv$/u, 'json'));
      const { company, date, total } = JSON.parse(await readFile(label, 'utf8')) as Record<string, string>;
      const [day] = findDates(date ?? '', 'day-first');
      const amount = Number((total ?? '').replace(/[^\d.]/gu, ''));
      const truth = { file: name, seller: company ?? null, date: day?.value ?? null, total: amount };
      return { truth, sentences: toSentences([page]) };
    }),
  );
}

function scores(
  what: string,
  cases: readonly Case[],
  half: Half,
  isVerbose: boolean,
  targets: Readonly<Partial<Record<Field, number>>>,
): Figure[] {
  const counts = new Map<string, { good: number; wrong: number; all: number }>();
  const count = (name: string, hit: boolean, isGiven: boolean): void => {
    const known = counts.get(name) ?? { good: 0, wrong: 0, all: 0 };
    const wrong = known.wrong + (isGiven && !hit ? 1 : 0);
    counts.set(name, { good: known.good + (hit ? 1 : 0), wrong, all: known.all + 1 });
  };
  for (const { truth, sentences } of cases) {
    const { digest } = digestOffline({ sentences, pageCount: 1, notRead: [] });
    const properties = factProperties(digest.facts, digest.language);
    for (const field of ['number', 'date', 'seller', 'buyer', 'total', 'due', 'currency'] as const) {
      const wanted = truth[field];
      if (wanted === undefined || wanted === null || wanted === '') continue;
      const given = valuesOf(digest, field);
      const hit = given.some((value) => isRight(field, value, truth, digest.language));
      count(`fact ${field}`, hit, given.length > 0);
      if (isVerbose && half === 'train' && !hit)
        console.log(`${truth.file}: ${field} wanted ${String(wanted)} given ${given.join(' | ')}`);
    }
    if (isVerbose && half === 'train' && digest.unverified.length > 0)
      console.log(truth.file, JSON.stringify(digest.unverified.map(({ text, doubt }) => ({ text, doubt }))));
    if (typeof truth.number === 'string')
      count(
        'property number',
        plain(properties.pdf_number ?? '') === plain(truth.number),
        properties.pdf_number !== undefined,
      );
    if (typeof truth.date === 'string')
      count('property date', properties.pdf_date === truth.date, properties.pdf_date !== undefined);
    const amount = properties.pdf_amount;
    if (typeof truth.total === 'number' && (amount !== undefined || hasAmounts(digest)))
      count('property amount', amount !== undefined && isAmount(amount, truth), amount !== undefined);
    if (typeof truth.due === 'string')
      count('property due', properties.pdf_due === truth.due, properties.pdf_due !== undefined);
    count(`type ${what}`, digest.documentType === what, true);
  }
  return [...counts].map(([name, { good, wrong, all }]) => {
    const field = name.replace('fact ', '') as Field;
    const target = targets[field];
    const beside = `${String(wrong)} with another value`;
    return {
      what: `${what}: ${name}`,
      items: all,
      ...shareOf(good, all),
      beside,
      ...(target === undefined ? {} : { target }),
    };
  });
}

function hasAmounts(digest: Digest): boolean {
  return digest.facts.some(({ value }) => /\d[.,]\d\d/u.test(value));
}

function valuesOf(digest: Digest, field: Field): string[] {
  if (field === 'currency') return digest.facts.map(({ value }) => value);
  return digest.facts.filter(({ name }) => NAMES[field].test(name)).map(({ value }) => value);
}

function isRight(field: Field, value: string, truth: Truth, language: string): boolean {
  switch (field) {
    case 'number':
      return plain(value) === plain(truth.number ?? '');
    case 'date':
    case 'due':
      return datesIn(value, language).includes(truth[field] ?? '');
    case 'seller':
    case 'buyer':
      return isName(value, truth[field] ?? '');
    case 'total':
      return amountsIn(value).some((amount) => isAmount(amount, truth));
    case 'currency': {
      const currency = truth.currency ?? '';
      return value.includes(currency) || (currency === 'EUR' && value.includes('€'));
    }
  }
}

function datesIn(value: string, language: string): string[] {
  return [dateOrderOf(language), 'day-first' as const]
    .flatMap((each) => findDates(value, each))
    .map((date) => date.value);
}

/**
 * Returns whether an amount is the gross total or the amount that is left to pay. Signs are ignored, because
 * the amounts of a credit note may have a minus sign.
 */
function isAmount(amount: number, { total, payable }: Truth): boolean {
  return [total, payable].some(
    (wanted) => typeof wanted === 'number' && Math.abs(Math.abs(amount) - Math.abs(wanted)) < 0.005,
  );
}

function amountsIn(value: string): number[] {
  return Array.from(value.matchAll(/\d[\d.,'’\u00a0\u202f ]*\d|\d/gu), ([figure]) => {
    const bare = figure.replace(/['’\u00a0\u202f ]/gu, '');
    const [, whole = bare, cents = ''] = /^(.*)[.,](\d{1,2})$/u.exec(bare) ?? [];
    return Number(`${whole.replace(/[.,]/gu, '')}.${cents === '' ? '0' : cents}`);
  });
}

/**
 * Returns whether two names are equal, or the longer one contains the shorter one and is at most twice as
 * long. The names need not be equal, because a name of two lines may be cut.
 */
function isName(value: string, wanted: string): boolean {
  const [own, name] = [plain(value), plain(wanted.replace(/^(?:Herrn?|Frau)\s/u, ''))];
  if (own === '' || name === '') return false;
  return (
    own === name ||
    (own.includes(name) && name.length >= own.length * 0.5) ||
    (name.includes(own) && own.length >= name.length * 0.5)
  );
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
