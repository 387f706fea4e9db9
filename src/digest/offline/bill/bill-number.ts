import { findDates } from '../../../text/dates';
import { BILL_NAMES, NUMBER_WORDS } from '../../../text/lexicon/bill';
import { restOf, type Line } from './lines';
import type { Found } from './parties';

const NUMBER_LABEL = new RegExp(
  `(?:^|[^\\p{L}])(?:${BILL_NAMES}s?(?:\\([^)]*\\))*-?${NUMBER_WORDS}|n[°º](?:de)?(?:la)?(?:factura|facture|fattura))[.:：#]*`,
  'u',
);
const TITLE = new RegExp(`^${BILL_NAMES}(?:\\(\\d+\\))?[:：#]*`, 'u');
/** The bill's name is searched for only in this many lines at the top. */
const TITLE_LINES = 8;
/**
 * Matches a label that starts with a name and a word for "number". A name in Latin letters needs at least
 * four letters, because a shorter name could be the end of another word in the title of the bill.
 */
const NUMBERED_NAME = new RegExp(`^(\\p{Script=Han}{2,}?|\\p{L}{4,}?)${NUMBER_WORDS}[.:：#]*`, 'u');
const NUMBER = /^(?:[A-Z]{1,4}\s)?[A-Z0-9][\w./-]*/iu;
/** The number of a bill within a sentence: `quoting invoice number BW-1093`. */
const IN_SENTENCE = /\b(?:invoice|receipt) (?:number|no\.?)\s*:?\s*([A-Z0-9][\w./-]*\d)/iu;

/**
 * Returns the number that identifies a bill. It is after its label in the same cell, in the next cell, or in
 * the row below.
 */
export function numberOf(lines: readonly Line[]): Found | undefined {
  const own = ownNumberLabel(lines);
  for (const pattern of [NUMBER_LABEL, ...(own === undefined ? [] : [own]), TITLE]) {
    for (const [index, line] of lines.entries()) {
      for (const [column, cell] of line.cells.entries()) {
        const match = pattern.exec(cell.bare);
        if (match === null) continue;
        const rest = restOf(cell, match.index + match[0].length);
        const beside = line.cells[column + 1]?.text.replace(/^[\s:：#]+/u, '');
        const under = lines[index + 1];
        const values: [string, number][] = [[rest, line.number]];
        if (rest === '' && beside !== undefined) values.push([beside, line.number]);
        if (rest === '' && pattern !== TITLE && under !== undefined) {
          // A row of labels has its values in the row below.
          const cells = under.cells.length === line.cells.length ? under.cells[column] : under.cells[0];
          values.push([cells?.text ?? '', under.number]);
        }
        for (const [text, number] of values) {
          const value = NUMBER.exec(text.replace(/^no[.:]\s*/iu, ''))?.[0].replace(/[./-]+$/u, '') ?? '';
          const digits = value.match(/\d/gu)?.length ?? 0;
          const least = pattern === TITLE ? 3 : 1;
          const isDate = findDates(value).length > 0 && /^[\d./-]+$/u.test(value);
          if (digits >= least && !isDate) return { value, refs: [number] };
        }
      }
    }
  }
  const inSentences = lines.flatMap((line) => {
    const value = IN_SENTENCE.exec(line.text)?.[1];
    return value === undefined ? [] : [{ value, refs: [line.number] }];
  });
  return inSentences[0];
}

/**
 * Returns a pattern for the label that consists of the name of this bill and a word for "number": the bill
 * `费用结算单` has the label `结算单号`. Undefined when there is no such label.
 */
function ownNumberLabel(lines: readonly Line[]): RegExp | undefined {
  const names = lines.slice(0, TITLE_LINES).flatMap(({ cells }) => cells.map(({ bare }) => bare));
  for (const { cells } of lines) {
    for (const { bare } of cells) {
      const name = NUMBERED_NAME.exec(bare)?.[1];
      if (name !== undefined && names.some((each) => each !== bare && each.endsWith(name)))
        return new RegExp(`^${name}${NUMBER_WORDS}[.:：#]*`, 'u');
    }
  }
  return undefined;
}
