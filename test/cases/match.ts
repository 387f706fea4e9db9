/**
 * Compares the text of a PDF (the output) with the expected text of a case. Each line of the output is a
 * paragraph, a heading, a list item, or a table row with tabs between its cells.
 */

export interface Verdict {
  /** Expected lines that were not found in the expected order. */
  readonly missing: readonly string[];
  /** Lines that were found although they must not occur. */
  readonly forbidden: readonly string[];
}

/** Matches Chinese characters, punctuation and full-width signs. Blanks between them are ignored. */
const HAN =
  /[\u2e80-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u;
/** Matches typographic signs that Chinese shares with other scripts. */
const SHARED_SIGN = /[\u2014\u2018\u2019\u201c\u201d\u2026\u00b7\u00d7]/;
const BLANKS = '[^\\S\\t]';

/**
 * Compares the lines of the output with `expected`, the text file of a case. The output must contain the
 * expected lines, as whole lines or as parts of lines, in the same order. `# ` begins a comment. `! ` begins
 * a line that must not be found.
 */
export function compare(expected: string, output: readonly string[]): Verdict {
  const lines = expected.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('# '));
  const forbidden = lines.filter((line) => line.startsWith('! ')).map((line) => line.slice(2));
  const missing: string[] = [];
  let place = { line: 0, at: 0 };
  for (const line of lines.filter((each) => !each.startsWith('! '))) {
    const found = findFrom(output, place, wanted(line.trim()));
    if (found) place = found;
    else missing.push(line);
  }
  const isThere = (line: string): boolean => output.some((each) => unwanted(line).test(each));
  return { missing, forbidden: forbidden.filter(isThere) };
}

interface Place {
  readonly line: number;
  readonly at: number;
}

function findFrom(output: readonly string[], from: Place, pattern: RegExp): Place | undefined {
  for (let line = from.line; line < output.length; line += 1) {
    pattern.lastIndex = line === from.line ? from.at : 0;
    const match = pattern.exec(output[line] ?? '');
    if (match) return { line, at: match.index + match[0].length };
  }
  return undefined;
}

/**
 * Returns a regular expression for an expected line. Where the line has one tab, the output may have several.
 * Blanks between Chinese characters are ignored. Elsewhere, several blanks are treated as one.
 */
function wanted(line: string): RegExp {
  const pieces = line.match(/\s+|\S/gu) ?? [];
  let pattern = '';
  pieces.forEach((piece, index) => {
    const [before = '', next = ''] = [pieces[index - 1], pieces[index + 1]];
    if (piece.includes('\t'))
      pattern += `(?:${BLANKS}*\\t){${String(piece.split('\t').length - 1)},}${BLANKS}*`;
    else if (/\s/.test(piece)) pattern += areHan(before, next) ? `${BLANKS}*` : `${BLANKS}+`;
    else pattern += (areHan(before, piece) ? `${BLANKS}*` : '') + escaped(piece);
  });
  return new RegExp(pattern, 'gu');
}

function unwanted(line: string): RegExp {
  return new RegExp(
    line.replace(/\t+|\S| +/gu, (piece) => (/\s/.test(piece) ? `${piece.charAt(0)}+` : escaped(piece))),
    'u',
  );
}

function areHan(before: string, after: string): boolean {
  const isHan = (character: string): boolean => HAN.test(character);
  if (isHan(before)) return isHan(after) || SHARED_SIGN.test(after);
  return SHARED_SIGN.test(before) && isHan(after);
}

function escaped(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
}
