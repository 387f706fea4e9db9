import type { SourceRun } from '../document';

/** The value of {@link Span.item} for characters that the layout adds, such as a space. */
export const PUT_IN = -1;

/**
 * The value of {@link Span.item} for characters that are on the page but in no item of its content stream,
 * such as the text of a form field.
 */
export const FROM_NO_ITEM = -2;

/** Consecutive characters of one text item, or characters that the layout adds (`item` is `PUT_IN`). */
export interface Span {
  readonly text: string;
  readonly page: number;
  readonly item: number;
  /** The offset in the item's `str`, in UTF-16 units. */
  readonly from: number;
  /** The characters of the item, when `text` differs from them. */
  readonly original?: string;
  /** Set for a hyphen that ends a line and seems to divide a word (see `division.ts`). */
  readonly divides?: true;
}

/** A text with the source of each of its characters. */
export type SourcedText = readonly Span[];

export function putIn(text: string): Span {
  return { text, page: 0, item: PUT_IN, from: 0 };
}

export function plainText(spans: SourcedText): string {
  let text = '';
  for (const span of spans) text += span.text;
  return text;
}

/** Returns the first characters of a text: `length` UTF-16 units or slightly more. */
export function startOf(spans: SourcedText, length: number): string {
  let text = '';
  for (let index = 0; index < spans.length && text.length < length; index += 1)
    text += spans[index]?.text ?? '';
  return text;
}

/** Returns the last characters of a text: `length` UTF-16 units or slightly more. */
export function endOf(spans: SourcedText, length: number): string {
  let text = '';
  for (let index = spans.length - 1; index >= 0 && text.length < length; index -= 1)
    text = (spans[index]?.text ?? '') + text;
  return text;
}

/**
 * Returns a part of a span. If the span has `original`, the place of the part in the item is not known, so
 * the part has no source.
 */
export function cutSpan(span: Span, from: number, to: number): Span {
  const text = span.text.slice(from, to);
  if (text.length === span.text.length) return span;
  if (span.item === PUT_IN || span.original !== undefined) return putIn(text);
  return { ...span, text, from: span.from + from };
}

/** Marks the last `count` UTF-16 units in `spans` as the hyphen of a divided word. Changes `spans`. */
export function markDivision(spans: Span[], count: number): void {
  const last = spans.pop();
  if (!last) return;
  const at = Math.max(0, last.text.length - count);
  if (at > 0) spans.push(cutSpan(last, 0, at));
  spans.push({ ...cutSpan(last, at, last.text.length), divides: true });
}

/** Returns the source of a text as runs. A run consists of adjoining characters of one text item. */
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
