import type { Correction, Verdict } from '../../src/llm/model';
import { numberedLines, type NumberedLine } from './digest-of';

/**
 * A statement in a prompt. The prompt is for a second reading, in which a model compares statements with the
 * document, or for a correction of statements.
 */
export interface ShownStatement {
  /** The first statement has the number 1. */
  readonly number: number;
  readonly text: string;
  /** The lines of the document that the prompt shows for the statement. */
  readonly passage: readonly NumberedLine[];
  /** The lines below the statement that begin with `! `, without this mark. */
  readonly notes: readonly string[];
}

/** Finds the statements in a prompt, each with its passage. */
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

/** Returns verdicts that support every statement. */
export function allSupported(statements: readonly ShownStatement[]): readonly Verdict[] {
  return statements.map(({ number }) => ({ n: number, supported: 'yes', why: '' }));
}

/** Returns verdicts that support a statement only if its passage contains all words of the statement. */
export function onlyQuoted(statements: readonly ShownStatement[]): readonly Verdict[] {
  return statements.map(({ number, text, passage }) => {
    const words = passage.map((line) => plain(line.text)).join('');
    const { text: what, owner, due } = partsOf(text);
    const isThere = [what, owner, due].every((part) => words.includes(plain(part)));
    return { n: number, supported: isThere ? 'yes' : 'no', why: isThere ? '' : 'it does not say so' };
  });
}

/**
 * The parts of a statement, as a prompt shows them. Owner and deadline are empty if the statement has none.
 */
export interface StatementParts {
  readonly text: string;
  readonly owner: string;
  readonly due: string;
}

export function partsOf(text: string): StatementParts {
  const [words = '', ...more] = text.replace(/^\((?:fact|to-do)\) /, '').split(/ — (?=(?:who|by): )/);
  const part = (name: string): string => more.find((each) => each.startsWith(name))?.slice(name.length) ?? '';
  return { text: words, owner: part('who: '), due: part('by: ') };
}

function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Returns corrections that drop every statement. */
export function allDropped(statements: readonly ShownStatement[]): readonly Correction[] {
  return statements.map(({ number }) => ({ n: number, text: '', owner: '', due: '', refs: [] }));
}
