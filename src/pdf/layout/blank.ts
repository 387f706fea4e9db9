import { appendStretch, type Stretch } from './line';
import { sentenceContinues } from './open-end';
import { hasLabel } from './own-line';
import { endsSentence } from './script';
import { isSpreadWord } from './spread-word';

/** Pieces of one line, from left to right. */
type Pieces = readonly Stretch[];

/** Maximum distance between the baselines of two pieces of one line, as a share of the font size. */
const LEVEL = 0.3;
/** Maximum distance between the edges of two pieces in one column, as a share of the font size. */
const SAME_EDGE = 0.4;
/** To find columns, a line is compared with this number of rows before it, and with as many rows after it. */
const ROWS_LOOKED_AT = 3;
/** The character for the gap between two pieces. */
const GAP = '\u0001';

/**
 * Joins pieces that are far apart, but are not cells of a row. They are a sentence with blanks to fill in, a
 * date, or a word with wide spaces between its characters.
 */
export function joinedBlanks(stretches: readonly Stretch[]): Stretch[] {
  const rows = levelRows(stretches);
  let above: Pieces = [];
  return rows.flatMap((row, index) => {
    if (row.length > 1 && !row.some(({ rightToLeft }) => rightToLeft)) {
      const fields = fieldsOf(row);
      if (fields.length > 1) {
        above = fields.flatMap((field) =>
          joinedRow(spreadWords(field, field.map(textOf)) ?? field, rows, index),
        );
        return above;
      }
      const words = spreadWords(row, row.map(textOf)) ?? row;
      above = isRestOfSentence(above, words) ? joinedAll(words) : joinedRow(words, rows, index);
    } else above = row;
    return above;
  });
}

/**
 * Divides a row of a form into fields. If the row begins with a label, each label begins a field. Two dates
 * are in separate fields. Pieces of different fields are not joined.
 */
function fieldsOf(row: Pieces): Pieces[] {
  const fields: Stretch[][] = [];
  const isLabelled = hasLabel(textOf(row[0]));
  let before = '';
  for (const piece of row) {
    const text = textOf(piece);
    const isNext =
      (isLabelled && hasLabel(text)) || (/日$/.test(before) && /^年(?!\p{Script=Han})/u.test(text));
    if (fields.length === 0 || isNext) fields.push([piece]);
    else fields[fields.length - 1]?.push(piece);
    before = text;
  }
  return fields;
}

/** Maximum distance between the lines of a sentence, in font sizes. */
const FARTHEST = 2.8;

/** Minimum length of a line of running text, in font sizes. */
const PROSE_WIDTH = 24;

/** Returns true when this row is probably the rest of a sentence that begins in the line above. */
function isRestOfSentence([sentence, ...others]: Pieces, row: Pieces): boolean {
  const [first, last] = [row[0], row[row.length - 1]];
  if (others.length > 0 || !sentence || !first || !last) return false;
  const isProse = sentence.right - sentence.left > PROSE_WIDTH * sentence.size;
  if (sentence.hasBlanks !== true && !(isProse && countJoints(row.map(textOf)) > 0)) return false;
  const { y, size, right, left, angle } = sentence;
  const down = (y - first.y) / size;
  const isBelow = angle === first.angle && down > 0 && down < FARTHEST && first.left <= left + size;
  return isBelow && right > last.right - size && !endsSentence(textOf(sentence)) && !endsLabel(textOf(first));
}

function joinedAll(row: Pieces): Pieces {
  return withBlanks(
    row,
    row.slice(1).map(() => true),
  );
}

function withBlanks(row: Pieces, joins: readonly boolean[]): Pieces {
  const pieces = joined(row, joins);
  for (const piece of pieces) piece.hasBlanks = true;
  return pieces;
}

function joinedRow(row: Pieces, rows: readonly Pieces[], index: number): Pieces {
  if (row.length === 1) return row;
  const texts = row.map(textOf);
  const isSentence =
    countJoints(texts) > 1 ||
    ((hasEqualGaps(row, texts) || readsOn(texts)) && !isInColumns(row, neighbours(rows, index)));
  const joins = isSentence ? texts.slice(1).map(() => true) : datesJoin(texts);
  return joins.includes(true) ? withBlanks(row, joins) : row;
}

/** A line with fewer pieces is never a line with equal gaps. */
const FEWEST_EQUAL = 4;
/** Gaps are equal if they differ by less than this share of the font size. */
const SAME_GAP = 0.05;
/** Minimum difference between the widest and the narrowest piece of a line with equal gaps, in font sizes. */
const VARIED = 2;

/**
 * Returns true when the gaps are equal, but the widths of the pieces differ. The row is then a line with
 * stretched spaces: cells with equal gaps would have equal widths.
 */
function hasEqualGaps(row: Pieces, texts: readonly string[]): boolean {
  if (row.length < FEWEST_EQUAL || texts.slice(1).some(hasLabel)) return false;
  const size = row[0]?.size ?? 1;
  const gaps = row.slice(1).map(({ left }, index) => left - (row[index]?.right ?? 0));
  const widths = row.map(({ left, right }) => right - left);
  return spread(gaps) < SAME_GAP * size && spread(widths) > VARIED * size;
}

function spread(lengths: readonly number[]): number {
  return Math.max(...lengths) - Math.min(...lengths);
}

function neighbours(rows: readonly Pieces[], index: number): Pieces[] {
  const isRow = (row: Pieces): boolean => row.length > 1;
  return [
    ...rows.slice(Math.max(0, index - ROWS_LOOKED_AT), index).filter(isRow),
    ...rows.slice(index + 1, index + 1 + ROWS_LOOKED_AT).filter(isRow),
  ];
}

function levelRows(stretches: readonly Stretch[]): Pieces[] {
  const rows: Stretch[][] = [];
  for (const stretch of stretches) {
    const row = rows[rows.length - 1];
    const last = row?.[row.length - 1];
    const isNext = last?.angle === stretch.angle && stretch.left > last.right - LEVEL * last.size;
    if (row && last && isNext && Math.abs(last.y - stretch.y) < LEVEL * Math.min(last.size, stretch.size))
      row.push(stretch);
    else rows.push([stretch]);
  }
  return rows;
}

function textOf(piece: Stretch | undefined): string {
  return (piece?.boxes ?? [])
    .map(({ text }) => text)
    .join('')
    .trim();
}

/** Joins pieces of a row: if `joins[n]` is true, piece n + 1 is joined to piece n. */
function joined(row: Pieces, joins: readonly boolean[]): Stretch[] {
  const out: Stretch[] = [];
  row.forEach((piece, index) => {
    const last = out[out.length - 1];
    if (last && joins[index - 1] === true) appendStretch(last, piece);
    else out.push(piece);
  });
  return out;
}

function spreadWords(row: Pieces, texts: readonly string[]): Pieces | undefined {
  const joins = texts.slice(1).map(() => false);
  let found = false;
  for (let start = 0; start < row.length; start += 1) {
    for (let end = Math.min(row.length, start + 8); end > start + 1; end -= 1) {
      if (!isSpreadWord(row.slice(start, end), texts.slice(start, end))) continue;
      for (let at = start; at < end - 1; at += 1) joins[at] = true;
      found = true;
      start = end - 1;
      break;
    }
  }
  return found ? joined(row, joins) : undefined;
}

const DATES = new RegExp(
  [
    String.raw`\d{4}${GAP}?\s*年${GAP}?\s*\d{1,2}${GAP}?\s*月(?:${GAP}?\s*\d{1,2}${GAP}?\s*日)?`,
    String.raw`年${GAP}\s*月(?:${GAP}\s*日)?`,
    String.raw`月${GAP}?\s*\d{1,2}${GAP}\s*日`,
  ].join('|'),
  'g',
);

/** Finds the joins within dates such as "2024 年 5 月" or "年 月 日". */
function datesJoin(texts: readonly string[]): boolean[] {
  const row = texts.join(GAP);
  const joins = texts.slice(1).map(() => false);
  for (const match of row.matchAll(DATES)) {
    const first = row.slice(0, match.index).split(GAP).length - 1;
    for (let at = 0; at < match[0].split(GAP).length - 1; at += 1) joins[first + at] = true;
  }
  return joins;
}

const FIGURE = /^[-\u2212(]?[€$£¥￥]?\d[\d.,\s]*[%％)]?$/;
/**
 * A line is one sentence if at least this share of its pieces contain the end of a clause. In a heading that
 * lists words, the share is smaller.
 */
const CLAUSE_SHARE = 0.2;
const CLAUSE = /[，；。、](?=.)|[\p{Script=Han}\d%％）)][，；、]$/u;
/** Matches text that cannot begin a cell: it begins with a closing mark, or with a unit such as 年. */
const CONTINUES =
  /^(?:[，。；、）)%％‰,;.](?!\d)|[年月日天](?![\p{Script=Han}])|[年月日天][内起止前后，。；])/u;
const SMALL = /^\p{Ll}[\p{L}\u2019'-]*(?=$|[\s,.;])/u;

/**
 * Returns true when the pieces of a line are probably one sentence: at least one piece cannot begin a cell, a
 * clause ends within the line, or many pieces begin with a small letter. Two numbers beside each other are
 * cells.
 */
function readsOn(texts: readonly string[]): boolean {
  const isFigure = texts.map((text) => FIGURE.test(text));
  const last = texts.length - 1;
  if (isFigure.some((figure, index) => figure && isFigure[index + 1] === true)) return false;
  const count = countJoints(texts);
  if (isFigure[last] === true && !isJoint(texts, last) && count < 2) return false;
  if (count > 0) {
    return texts.some((text) => /\p{Script=Han}{2}|[\p{L}]{3}/u.test(text)) && texts.join('').length > 12;
  }
  if (texts.some((text, index) => index > 0 && endsLabel(texts[index - 1] ?? '') && !CLAUSE.test(text)))
    return false;
  const isHan = texts.every(
    (text, index) => isFigure[index] === true || /\p{Script=Han}/u.test(text) || index > 0,
  );
  const clauses = texts.slice(0, -1).filter((text) => CLAUSE.test(text)).length;
  if (isHan && clauses > 0 && clauses >= CLAUSE_SHARE * texts.length) return true;
  const small = texts.slice(1).filter((text) => SMALL.test(text)).length;
  return (
    small > 0 &&
    2 * small >= texts.length - 1 &&
    texts.join(' ').length > 40 &&
    !texts.some((text) => text.length > 160)
  );
}

/**
 * Matches a sign, such as "%", at the beginning of a piece. If the piece before it ends with a digit or a
 * Chinese character, the sign continues that piece. Otherwise, the sign is the heading of a column.
 */
const SIGN = /^[%\uff05\u2030)\uff09]/;
const VALUE_END = /[\d\p{Script=Han}]$/u;

/** Returns true when the text continues the piece before it. */
function isJoint(texts: readonly string[], index: number): boolean {
  const [before = '', text = ''] = [texts[index - 1], texts[index]];
  if (index === 0 || endsLabel(before) || (SIGN.test(text) && !VALUE_END.test(before))) return false;
  return CONTINUES.test(text) || sentenceContinues(before, text);
}

function countJoints(texts: readonly string[]): number {
  return texts.filter((_, index) => isJoint(texts, index)).length;
}

function endsLabel(text: string): boolean {
  return /[:：]$/.test(text);
}

/** Returns true when most pieces of the row are in the same columns as the pieces of one other row. */
function isInColumns(row: Pieces, others: readonly Pieces[]): boolean {
  const inner = row.slice(1);
  return others.some((other) => {
    const shared = inner.filter((piece) => other.slice(1).some((cell) => isSameColumn(piece, cell))).length;
    return 2 * shared > inner.length;
  });
}

function isSameColumn(a: Stretch, b: Stretch): boolean {
  const slack = SAME_EDGE * a.size;
  return Math.abs(a.left - b.left) < slack || Math.abs(a.right - b.right) < slack;
}
