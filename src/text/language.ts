import { lazily } from '../lazily';
import { wordsOf } from './words';

/** Frequent short words of common languages in Latin script. */
export const FUNCTION_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: wordsOf('the of and to in is for that this with shall be or by are'),
  de: wordsOf('der die und das den von mit ist für auf nicht eine dem zu des'),
  fr: wordsOf('le la les des et du est une dans pour que au sur vous votre'),
  es: wordsOf('el los las del y que una por con para es su al como en'),
  it: wordsOf('il di che della per una con del sono non gli nel alla è dei'),
  pt: wordsOf('o os da do que uma em para com não dos das ao pelo são'),
  nl: wordsOf('de het een van en dat voor niet met zijn op aan wordt ook bij'),
};

/** Words of invoices, letters and forms, by language. Such documents have few function words. */
const BUSINESS_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: wordsOf('invoice date amount due total please your payment tax order account from receipt you'),
  de: wordsOf(
    'rechnung betrag datum nummer bitte straße strasse umsatzsteuer menge preis steuer verkäufer käufer',
    'zahlbar deutschland zur vom bis netto gesamtbetrag kunden lieferant',
  ),
  fr: wordsOf('facture montant rue adresse tva paiement quantité prix compte échéance société ht ttc par à'),
  es: wordsOf('factura fecha importe calle cantidad precio cliente pago iva número españa'),
  it: wordsOf('fattura importo via quantità prezzo cliente pagamento iva numero spettabile italia'),
  pt: wordsOf('fatura valor rua quantidade preço cliente pagamento iva número portugal'),
  nl: wordsOf('factuur bedrag datum nummer straat aantal prijs btw betaling klant totaal nederland u uw'),
};

/** Web and e-mail addresses. Their words do not show the language of the document. */
const ADDRESS =
  /\S+@\S+|(?:https?:\/\/|www\.)\S+|\b[\w-]+\.(?:com?|org|net|de|fr|es|it|nl|pt|uk)\b(?:\/\S*)?/giu;

/** Writing systems, each with the language of most texts in it. */
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ru', /\p{Script=Cyrillic}/u],
  ['ar', /\p{Script=Arabic}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['el', /\p{Script=Greek}/u],
  ['th', /\p{Script=Thai}/u],
  ['hi', /\p{Script=Devanagari}/u],
];

/** Maximum number of UTF-16 units that are examined. A longer sample would hardly change the result. */
const SAMPLE = 40_000;
/** Number of Latin letters that carry about as much text as one Han character. */
const HAN_WEIGHT = 2.5;
/** If kana are more than this share of the Han and kana characters, the text is Japanese. */
const KANA_SHARE = 0.08;

/** Returns the BCP 47 tag of the language of most of the text; `und` when the text has no letters. */
export function documentLanguage(text: string): string {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  const characters = new Map<string, number>();
  for (const character of sample) characters.set(character, (characters.get(character) ?? 0) + 1);
  const han = count(characters, /\p{Script=Han}/u);
  const kana = count(characters, /[\p{Script=Hiragana}\p{Script=Katakana}]/u);
  const hangul = count(characters, /\p{Script=Hangul}/u);
  const latin = count(characters, /\p{Script=Latin}/u);
  const east = (han + kana + hangul) * HAN_WEIGHT;
  const others = SCRIPTS.map(([tag, pattern]) => ({ tag, letters: count(characters, pattern) }));
  const other = others.reduce((best, next) => (next.letters > best.letters ? next : best));
  if (east + latin + other.letters === 0) return 'und';
  if (other.letters > latin && other.letters > east) return other.tag;
  if (east < latin) return latinLanguage(sample);
  if (hangul > han + kana) return 'ko';
  return kana > (han + kana) * KANA_SHARE ? 'ja' : 'zh';
}

function count(characters: ReadonlyMap<string, number>, pattern: RegExp): number {
  let sum = 0;
  for (const [character, times] of characters) if (pattern.test(character)) sum += times;
  return sum;
}

/** Returns the language with the most words in the text. A word of n languages adds 1/n to each of them. */
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
