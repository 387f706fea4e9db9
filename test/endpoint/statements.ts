import type { Correction, Verdict } from '../../src/llm/model';
import { numberedLines, type NumberedLine } from './digest-of';

/** A statement to be read a second time, as in the prompt. */
export interface ShownStatement {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** The lines of its passage. */
  readonly passage: readonly NumberedLine[];
  /** The lines `! …` under it, without the mark. */
  readonly notes: readonly string[];
}

/** Finds the statements between the two marks in a prompt, each with its passage. */
export function statementsIn(prompt: string): readonly ShownStatement[] {
  const [, , data = ''] = /^-----([a-z0-9]{16})-----\n([^]*?)\n-----\1-----$/m.exec(prompt) ?? [];
  const statements: { number: number; text: string; passage: NumberedLine[]; notes: string[] }[] = [];
  let passage: NumberedLine[] = [];
  let isOpen = false;
  for (const line of data.split('\n')) {
    const [shown] = numberedLines(line);
    const [, number, text] = /^(\d+)\. (.*)$/.exec(line) ?? [];
    if (shown !== undefined) {
      passage = isOpen ? [...passage, shown] : [shown];
      isOpen = true;
    } else if (number !== undefined) {
      statements.push({ number: Number(number), text: text ?? '', passage, notes: [] });
      isOpen = false;
    } else if (line.startsWith('! ')) statements.at(-1)?.notes.push(line.slice(2));
  }
  return statements;
}

/** The verdicts of a second reader that supports everything. */
export function allSupported(statements: readonly ShownStatement[]): readonly Verdict[] {
  return statements.map(({ number }) => ({ n: number, supported: 'yes', why: '' }));
}

/** The corrections of a model that drops every flagged statement. */
export function allDropped(statements: readonly ShownStatement[]): readonly Correction[] {
  return statements.map(({ number }) => ({ n: number, text: '', owner: '', due: '', refs: [] }));
}
