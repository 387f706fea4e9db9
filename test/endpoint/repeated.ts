import type { Draft } from '../../src/llm/draft';
import { fold, LINE_HEAD } from '../../src/redact/folded';
import type { NumberedLine } from './digest-of';

/** Returns an answer whose facts repeat all lines. Its summary, actions and points repeat the first three. */
export function repeated(lines: readonly NumberedLine[]): Draft {
  const of = ({ text, number }: NumberedLine): { text: string; refs: number[] } => ({ text, refs: [number] });
  const due = { kind: 'relative', text: lines[0]?.text ?? '', date: '' } as const;
  return {
    title: lines[0]?.text ?? '',
    doc_type: 'other',
    language: 'en',
    tags: ['contacts'],
    summary: lines.slice(0, 3).map(of),
    actions: lines.slice(0, 3).map((line) => ({ ...of(line), owner: '', quote: line.text, due })),
    points: lines.slice(0, 3).map(of),
    facts: lines.map(({ text, number }) => ({
      name: `Line ${String(number)}`,
      value: `Value ${text}`,
      quote: text,
      refs: [number],
    })),
  };
}

/**
 * Returns the letters, digits and `@` of a text, in upper case, so that two spellings of a value become
 * equal.
 */
export function bare(text: string): string {
  const view = fold(text.replace(LINE_HEAD, '\n')).text.replace(
    /[([{<] ?(at|dot) ?[)\]}>]/gi,
    (_, word: string) => (word === 'at' ? '@' : '.'),
  );
  return view.replace(/[^\p{L}\p{N}@]/gu, '').toUpperCase();
}

/** Returns all texts in a JSON value. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
