import type { Draft } from '../../src/llm/draft';
import type { Answers } from '../endpoint/answers';
import { pagesOf } from '../fixtures/small';

/**
 * Number of statements about one document. They are too many for one request of the second reading, in which
 * a model compares statements with the document.
 */
export const statements = 26;

/** Maximum number of statements in one request of the second reading. */
export const inFirstCall = 20;

/** Makes a document with `name` in each sentence. */
export function stocktaking(name: string): Uint8Array {
  const clauses = Array.from({ length: statements }, (_, lot) => {
    return `The keeper of lot ${String(lot)} of order ${name} counts the crates on Monday.`;
  });
  return pagesOf([[`Stocktaking of order ${name}`, ...clauses]]);
}

/**
 * The digest has a statement about each clause, and one of the statements is wrong. The second reading
 * rejects this statement.
 */
export const answersAboutStock: Answers = {
  digest: (lines): Draft => {
    const stated = lines.flatMap(({ number, text: clause }) => {
      const [, lot, order] = /lot (\d+) of order (\w+)/.exec(clause) ?? [];
      if (lot === undefined || order === undefined) return [];
      const done = lot === '4' ? 'weighed' : 'counted';
      const text = `The crates of lot ${lot} of order ${order} are ${done} by its keeper`;
      return [{ text, refs: [number] }];
    });
    const due = { kind: 'none', text: '', date: '' } as const;
    return {
      title: 'Stocktaking',
      doc_type: 'plan',
      language: 'en',
      tags: [],
      summary: [],
      actions: stated.slice(0, 1).map((each) => ({ ...each, owner: '', quote: '', due })),
      points: stated.slice(1),
      facts: [],
    };
  },
  reader: (shown) =>
    shown.map(({ number, text }) => {
      const isWrong = text.includes('weighed');
      return { n: number, supported: isWrong ? 'no' : 'yes', why: isWrong ? 'they are counted' : '' };
    }),
  corrector: (shown) =>
    shown.map(({ number, text }) => {
      return { n: number, text: text.replace('weighed', 'counted'), owner: '', due: '', refs: [] };
    }),
};
