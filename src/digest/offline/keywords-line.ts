import { anyOf } from '../../text/words';
import { readingWidth } from './clauses';
import type { Unit } from './units';

const LABEL = new RegExp(
  `^\\s*[[【〔(（]?\\s*${anyOf(
    '关\\s*键\\s*[词字], key\\s?words?(?: and phrases)?, index terms, mots[- ]cl[ée]s, palabras clave',
    'parole chiave, schl(?:ü|ue)sselw(?:ö|oe)rter, schlagw(?:ö|oe)rter, trefwoorden',
  )}\\s*[\\]】〕)）]?\\s*[:：.—–-]*\\s*`,
  'iu',
);
/** Labels such as `doi`, which can follow the keywords in the same paragraph. */
const NEXT =
  /\s*(?:[[【]?(?:中图分类号|文献标[识志]码|文章编号|doi|abstract|摘\s*要|引用格式|收稿日期)|1\.?\s+introduction)/iu;
/** Number of units (see `units.ts`) at the beginning of the document that are searched for the label. */
const REACH = 150;
const MOST = 8;
/** Maximum `readingWidth` of a keyword. */
const WIDEST = 48;

/** Returns the first eight keywords that the document itself lists; empty when it has no line of keywords. */
export function keywordsIn(units: readonly Unit[]): string[] {
  for (const [index, unit] of units.slice(0, REACH).entries()) {
    const label = LABEL.exec(unit.text);
    if (label === null) continue;
    const rest = unit.text.slice(label[0].length).trim();
    // When the label is a heading, the keywords are in the paragraph below it.
    const from = rest === '' ? index + 1 : index;
    const paragraph = units[from]?.paragraph;
    const line = units
      .slice(from, from + 12)
      .filter((each) => each.paragraph === paragraph)
      .map((each, at) => (at === 0 && rest !== '' ? rest : each.text))
      .join(' ');
    const words = wordsIn(line);
    if (words.length >= 2) return words.slice(0, MOST);
  }
  return [];
}

function wordsIn(line: string): string[] {
  const end = line.search(NEXT);
  const text = end > 0 ? line.slice(0, end) : line;
  const marks = [/[;；]/u, /[,，、]/u, /\s*[·•|｜]\s*/u, /\s{2,}|\t/u, / /u].find((mark) =>
    mark.test(text.trim()),
  );
  const words = text
    .split(marks ?? /$/u)
    .map((word) => word.replace(/^[\s,，;；、]+|[\s.。,，;；、]+$/gu, ''));
  const good = words.filter((word) => /\p{L}/u.test(word) && readingWidth(word) <= WIDEST);
  return good.length >= words.length * 0.7 ? [...new Set(good)] : [];
}
