import type { SourceRun } from '../document';

/** `item` of characters that layout put in. */
export const PUT_IN = -1;

/** `item` of characters that are on the page but in no item of its content stream. They have no source. */
export const FROM_NO_ITEM = -2;

/** A stretch of characters from one text item, verbatim, or of characters put in (`item` is `PUT_IN`). */
export interface Span {
  readonly text: string;
  readonly page: number;
  readonly item: number;
  /** Where it starts in the item's `str`, in UTF-16 code units. */
  readonly from: number;
  /** What the item has there, where `text` is not it to the letter. */
  readonly original?: string;
  /** A hyphen at a line's end that seems to divide a word (see `division.ts`). */
  readonly divides?: true;
}

/** Text that knows where each of its characters came from. */
export type SourcedText = readonly Span[];

export function putIn(text: string): Span {
  return { text, page: 0, item: PUT_IN, from: 0 };
}

export function plainText(spans: SourcedText): string {
  let text = '';
  for (const span of spans) text += span.text;
  return text;
}

/** Its first characters, `length` or somewhat more. */
export function startOf(spans: SourcedText, length: number): string {
  let text = '';
  for (let index = 0; index < spans.length && text.length < length; index += 1)
    text += spans[index]?.text ?? '';
  return text;
}

/** Its last characters, `length` or somewhat more. */
export function endOf(spans: SourcedText, length: number): string {
  let text = '';
  for (let index = spans.length - 1; index >= 0 && text.length < length; index -= 1)
    text = (spans[index]?.text ?? '') + text;
  return text;
}

/** A piece of a span. Of what an item writes otherwise, only the whole has a source. */
export function cutSpan(span: Span, from: number, to: number): Span {
  const text = span.text.slice(from, to);
  if (text.length === span.text.length) return span;
  if (span.item === PUT_IN || span.original !== undefined) return putIn(text);
  return { ...span, text, from: span.from + from };
}

/** Marks the last `count` UTF-16 code units as the division of a word, in place. */
export function markDivision(spans: Span[], count: number): void {
  const last = spans.pop();
  if (!last) return;
  const at = Math.max(0, last.text.length - count);
  if (at > 0) spans.push(cutSpan(last, 0, at));
  spans.push({ ...cutSpan(last, at, last.text.length), divides: true });
}

/** The runs of a sourced text, as a paragraph keeps them: adjoining characters of an item make one run. */
export function sourceRuns(spans: SourcedText): SourceRun[] {
  const runs: SourceRun[] = [];
  let at = 0;
  for (const span of spans) {
    const length = span.text.length;
    if (span.item >= 0 && length > 0) {
      const last = runs[runs.length - 1];
      const adjoins =
        last?.item === span.item &&
        last.page === span.page &&
        last.original === undefined &&
        span.original === undefined &&
        last.from + last.length === span.from &&
        last.at + last.length === at;
      if (last && adjoins) runs[runs.length - 1] = { ...last, length: last.length + length };
      else {
        const { page, item, from, original } = span;
        runs.push({ at, length, page, item, from, ...(original === undefined ? {} : { original }) });
      }
    }
    at += length;
  }
  return runs;
}
