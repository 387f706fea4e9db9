import { lazily } from '../lazily';

/** Frequent short words by language; enough to tell the common Latin-script languages of documents apart. */
export const FUNCTION_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'of', 'and', 'to', 'in', 'is', 'for', 'that', 'this', 'with', 'shall', 'be', 'or', 'by', 'are'],
  de: [
    'der',
    'die',
    'und',
    'das',
    'den',
    'von',
    'mit',
    'ist',
    'für',
    'auf',
    'nicht',
    'eine',
    'dem',
    'zu',
    'des',
  ],
  fr: [
    'le',
    'la',
    'les',
    'des',
    'et',
    'du',
    'est',
    'une',
    'dans',
    'pour',
    'que',
    'au',
    'sur',
    'vous',
    'votre',
  ],
  es: ['el', 'los', 'las', 'del', 'y', 'que', 'una', 'por', 'con', 'para', 'es', 'su', 'al', 'como', 'en'],
  it: [
    'il',
    'di',
    'che',
    'della',
    'per',
    'una',
    'con',
    'del',
    'sono',
    'non',
    'gli',
    'nel',
    'alla',
    'è',
    'dei',
  ],
  pt: ['o', 'os', 'da', 'do', 'que', 'uma', 'em', 'para', 'com', 'não', 'dos', 'das', 'ao', 'pelo', 'são'],
  nl: [
    'de',
    'het',
    'een',
    'van',
    'en',
    'dat',
    'voor',
    'niet',
    'met',
    'zijn',
    'op',
    'aan',
    'wordt',
    'ook',
    'bij',
  ],
};

/** Words of invoices, letters and forms, which have few function words, by language. */
const BUSINESS_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'invoice',
    'date',
    'amount',
    'due',
    'total',
    'please',
    'your',
    'payment',
    'tax',
    'order',
    'account',
    'from',
    'receipt',
    'you',
  ],
  de: [
    'rechnung',
    'betrag',
    'datum',
    'nummer',
    'bitte',
    'straße',
    'strasse',
    'umsatzsteuer',
    'menge',
    'preis',
    'steuer',
    'verkäufer',
    'käufer',
    'zahlbar',
    'deutschland',
    'zur',
    'vom',
    'bis',
    'netto',
    'gesamtbetrag',
    'kunden',
    'lieferant',
  ],
  fr: [
    'facture',
    'montant',
    'rue',
    'adresse',
    'tva',
    'paiement',
    'quantité',
    'prix',
    'compte',
    'échéance',
    'société',
    'ht',
    'ttc',
    'par',
    'à',
  ],
  es: [
    'factura',
    'fecha',
    'importe',
    'calle',
    'cantidad',
    'precio',
    'cliente',
    'pago',
    'iva',
    'número',
    'españa',
  ],
  it: [
    'fattura',
    'importo',
    'via',
    'quantità',
    'prezzo',
    'cliente',
    'pagamento',
    'iva',
    'numero',
    'spettabile',
    'italia',
  ],
  pt: ['fatura', 'valor', 'rua', 'quantidade', 'preço', 'cliente', 'pagamento', 'iva', 'número', 'portugal'],
  nl: [
    'factuur',
    'bedrag',
    'datum',
    'nummer',
    'straat',
    'aantal',
    'prijs',
    'btw',
    'betaling',
    'klant',
    'totaal',
    'nederland',
    'u',
    'uw',
  ],
};
/** Web and e-mail addresses: their words are of no language. */
const ADDRESS =
  /\S+@\S+|(?:https?:\/\/|www\.)\S+|\b[\w-]+\.(?:com?|org|net|de|fr|es|it|nl|pt|uk)\b(?:\/\S*)?/giu;

/** Scripts that name a language well enough. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
];

/** Characters looked at; more do not change the answer. */
const SAMPLE = 40_000;
/** One Han character carries about as much as this many letters. */
const HAN_WEIGHT = 2.5;
/** Above this share of kana among Han and kana, the text is Japanese. */
const KANA_SHARE = 0.08;

/** BCP 47 tag of the language most of the text is in; `und` when it has no letters. */
export function documentLanguage(text: string): string {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  const han = count(sample, /\p{Script=Han}/gu);
  const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(sample, /\p{Script=Hangul}/gu);
  const latin = count(sample, /\p{Script=Latin}/gu);
  const east = (han + kana + hangul) * HAN_WEIGHT;
  const others = SCRIPTS.map(([tag, pattern]) => ({ tag, letters: count(sample, pattern) }));
  const other = others.reduce((best, next) => (next.letters > best.letters ? next : best));
  if (east + latin + other.letters === 0) return 'und';
  if (other.letters > latin && other.letters > east) return other.tag;
  if (east < latin) return latinLanguage(sample);
  if (hangul > han + kana) return 'ko';
  return kana > (han + kana) * KANA_SHARE ? 'ja' : 'zh';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** The language with most of the words; one that several languages have counts for each in part. */
function latinLanguage(text: string): string {
  const words = new Map<string, number>();
  for (const word of text
    .replace(ADDRESS, ' ')
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [])
    words.set(word, (words.get(word) ?? 0) + 1);
  let best = { tag: 'en', hits: 0 };
  for (const [tag, list] of vocabularies()) {
    const hits = list.reduce((sum, { word, share }) => sum + (words.get(word) ?? 0) * share, 0);
    if (hits > best.hits) best = { tag, hits };
  }
  return best.tag;
}

const vocabularies = lazily(() => {
  const lists = Object.entries(FUNCTION_WORDS).map(
    ([tag, list]) => [tag, [...new Set([...list, ...(BUSINESS_WORDS[tag] ?? [])])]] as const,
  );
  const languages = new Map<string, number>();
  for (const word of lists.flatMap(([, list]) => list)) languages.set(word, (languages.get(word) ?? 0) + 1);
  return lists.map(
    ([tag, list]) => [tag, list.map((word) => ({ word, share: 1 / (languages.get(word) ?? 1) }))] as const,
  );
});
