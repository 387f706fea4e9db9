import { bareValue, findIn, HAN, united } from './find';
import type { Finding } from './finding';
import { fold, LINE_HEAD, type Folded } from './folded';
import { KnownValues } from './known-values';

/**
 * The names in the marks. A mark such as `[PHONE_1]` replaces a value. The names are English words in
 * capitals, because models copy such words as they are.
 */
const NAMES: Readonly<Record<Finding['kind'], string>> = {
  idCard: 'IDNO',
  bankCard: 'ACCOUNT',
  phone: 'PHONE',
  email: 'EMAIL',
  word: 'NAME',
};
const ANY_NAME = Object.values(NAMES).join('|');

/** Matches the marks in a text that was redacted, such as `[PHONE_1]`. */
export const MARKS = new RegExp(String.raw`\[[A-Z]?(?:${ANY_NAME})_\d+\]`, 'g');

/**
 * If the document itself contains a text such as `[PHONE_1]`, one of these letters is put before the names in
 * the marks: `[XPHONE_1]`.
 */
const BRANDS = ['', ...'XZQVJKW'];

/**
 * Matches a mark. In an answer, the brackets of a mark may be missing or changed, and its underscore may be
 * escaped. The groups of the pattern are the name and the number.
 */
function markPattern(brand: string): RegExp {
  const name = `${brand}(${ANY_NAME})`;
  const line = String.raw`(?:\\?[_-]|\uff3f)`;
  const bare = `${name}${line}(\\d+)`;
  return new RegExp(String.raw`[\[\u3010\uff3b]\s?${bare}\s?[\]\u3011\uff3d]|${bare}`, 'gi');
}

/** Matches the line that the prompt puts before each page. */
const PAGE_MARK = /^--- page \d+ ---$/;

/** A piece of a value, and the numbers of all lines that contain a piece of this value. */
interface Piece {
  readonly piece: string;
  readonly mark: string;
  readonly lines: readonly string[];
}

/** A redacted text, and whether it contains marks. */
export interface Redacted {
  readonly text: string;
  readonly hasMarks: boolean;
}

/**
 * Replaces the values of one document by marks, and the marks in answers by the values. One value always has
 * the same mark. The numbers of the marks depend only on the document and the patterns, so that cached
 * answers can be used when the document is digested again.
 */
export class Redactor {
  readonly #patterns: readonly string[];
  readonly #brand: string;
  readonly #mark: RegExp;
  /** The mark of each value. The key is the result of `bareValue`. */
  readonly #marks = new Map<string, string>();
  /** The number of marks for each name. */
  readonly #counts = new Map<string, number>();
  /**
   * The values of the document that consist of digits and capitals. They are also replaced where no label
   * such as "Phone:" precedes them, for example in a statement that a model wrote.
   */
  readonly #known = new KnownValues();
  /** For each mark, the first spelling of the value. */
  readonly #written = new Map<string, string>();
  /** For each pair of a line number and a mark, the spelling of the value in this line. */
  readonly #inLine = new Map<string, string>();
  /** The marks of the values that the document contains. */
  readonly #inDocument = new Set<string>();
  /**
   * The pieces of values that extend over several lines. The key is the number of the line that contains the
   * piece.
   */
  readonly #pieces = new Map<string, Piece[]>();

  /**
   * @param lines the whole document, in the form of the prompt: one line `[n] sentence` for each sentence
   * @param patterns kinds of values and the user's own words; see `findIn`
   */
  constructor(lines: string, patterns: readonly string[]) {
    this.#patterns = patterns;
    this.#brand = BRANDS.find((brand) => !markPattern(brand).test(lines)) ?? 'Y';
    this.#mark = markPattern(this.#brand);
    const view = fold(lines);
    const findings = findIn(view.text, patterns);
    for (const { kind, start, end } of findings)
      if (kind !== 'word') this.#known.add(bareValue(view.text.slice(start, end), kind), kind);
    this.#replace(lines, view, findings, true);
  }

  /** Replaces the values in any text by marks. */
  redact(text: string): Redacted {
    if (this.#patterns.length === 0) return { text, hasMarks: false };
    const rest = this.#withoutPieces(text);
    const view = fold(rest);
    const redacted = this.#replace(rest, view, findIn(view.text, this.#patterns), false);
    return { text: redacted, hasMarks: redacted !== text };
  }

  /** Returns whether the document contains the values of all marks in a redacted text. */
  isInDocument(redacted: string): boolean {
    return [...redacted.matchAll(MARKS)].every(([mark]) => this.#inDocument.has(mark));
  }

  /**
   * Replaces the marks in every text of an answer by the values. The document may contain several spellings
   * of a value. If an object has `refs` (numbers of lines), the spelling in these lines is used, otherwise
   * the first spelling in the document.
   */
  restore<Answer>(answer: Answer): Answer {
    return this.#restored(answer, []) as Answer;
  }

  #restored(value: unknown, refs: readonly unknown[]): unknown {
    if (typeof value === 'string') return this.#restoredText(value, refs);
    if (Array.isArray(value)) return value.map((each) => this.#restored(each, refs));
    if (typeof value !== 'object' || value === null) return value;
    const own: unknown = Reflect.get(value, 'refs');
    const lines: readonly unknown[] = Array.isArray(own) ? own : refs;
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, this.#restored(part, lines)]),
    );
  }

  #restoredText(text: string, refs: readonly unknown[]): string {
    return text.replace(this.#mark, (whole, ...groups: (string | undefined)[]) => {
      const name = (groups[0] ?? groups[2] ?? '').toUpperCase();
      const mark = `[${this.#brand}${name}_${groups[1] ?? groups[3] ?? ''}]`;
      const cited = refs.map((ref) => this.#inLine.get(`${String(ref)} ${mark}`));
      return cited.find((written) => written !== undefined) ?? this.#written.get(mark) ?? whole;
    });
  }

  /** @param found the values that `findIn` has found in `view` */
  #replace(text: string, view: Folded, found: readonly Finding[], isDocument: boolean): string {
    const heads = [...text.matchAll(LINE_HEAD)];
    let [redacted, from, passed] = ['', 0, 0];
    for (const finding of united([...found, ...this.#known.findIn(view.text)])) {
      const start = view.at[finding.start] ?? 0;
      const end = (view.at[finding.end - 1] ?? 0) + 1;
      const mark = this.#markOf(
        finding.kind,
        bareValue(view.text.slice(finding.start, finding.end), finding.kind),
      );
      while ((heads[passed]?.index ?? Infinity) < start) passed += 1;
      const before = heads[passed - 1];
      const first = passed;
      while ((heads[passed]?.index ?? Infinity) < end) passed += 1;
      const within = heads.slice(first, passed);
      const pieces = piecesOf(text.slice(start, end), within, start);
      const written = joined(pieces, finding.kind);
      if (!this.#written.has(mark)) this.#written.set(mark, written);
      if (isDocument) {
        this.#inDocument.add(mark);
        const lines = [before, ...within].map((head) => numberOf(head?.[0]));
        lines.forEach((line, index) => {
          this.#inLine.set(`${line} ${mark}`, written);
          const piece = pieces[index] ?? '';
          if (within.length > 0 && piece.length > 2)
            this.#pieces.set(line, [...(this.#pieces.get(line) ?? []), { piece, mark, lines }]);
        });
      }
      redacted += text.slice(from, start) + mark + within.map(([head]) => head).join('');
      from = end;
    }
    return redacted + text.slice(from);
  }

  #markOf(kind: Finding['kind'], value: string): string {
    const known = this.#marks.get(value);
    if (known !== undefined) return known;
    const name = NAMES[kind];
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    const mark = `[${this.#brand}${name}_${String(count)}]`;
    this.#marks.set(value, mark);
    return mark;
  }

  /**
   * A value may extend over several lines of the document. If the text does not contain all these lines one
   * after the other, each piece of the value is replaced by the value's mark.
   */
  #withoutPieces(text: string): string {
    if (this.#pieces.size === 0) return text;
    const sent = text.split('\n');
    const numbers = sent.filter((line) => !PAGE_MARK.test(line)).map(numberOf);
    let place = -1;
    return sent
      .map((line) => {
        if (PAGE_MARK.test(line)) return line;
        place += 1;
        const number = numberOf(line);
        return (this.#pieces.get(number) ?? []).reduce((rest, { piece, mark, lines }) => {
          const first = place - lines.indexOf(number);
          const isWhole = lines.every((each, index) => each === numbers[first + index]);
          return isWhole ? rest : rest.split(piece).join(mark);
        }, line);
      })
      .join('\n');
  }
}

/** Returns the pieces of a value, without the line numbers between them. */
function piecesOf(text: string, heads: readonly RegExpExecArray[], start: number): readonly string[] {
  let from = 0;
  const pieces = heads.map(({ 0: head, index }) => {
    const piece = text.slice(from, index - start);
    from = index - start + head.length;
    return piece.trim();
  });
  return [...pieces, text.slice(from).trim()];
}

/** Joins the pieces of a value. Spaces are added only to the user's own words, except in Chinese. */
function joined(pieces: readonly string[], kind: Finding['kind']): string {
  const isSpaced = (before: string): boolean => kind === 'word' && !HAN.test(before.slice(-1));
  return pieces.reduce((before, piece) => before + (isSpaced(before) ? ' ' : '') + piece);
}

function numberOf(head = ''): string {
  return /^\n?(?:--- page \d+ ---\n)?\[(\d+)\] /.exec(head)?.[1] ?? '';
}
