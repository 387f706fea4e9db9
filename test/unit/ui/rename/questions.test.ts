import type { App } from 'obsidian';
import { expect, it, vi } from 'vitest';
import { en } from '../../../../src/i18n/en';
import type { Pair } from '../../../../src/ui/pairs';
import type { Question } from '../../../../src/ui/notices';
import { RenameQuestions } from '../../../../src/ui/rename/questions';

vi.mock('../../../../src/ui/rename/modal', () => ({ RenameModal: class {} }));

function pairOf(name: string): Pair {
  const file = (path: string): Pair['pdf'] => ({ name: path, path }) as Pair['pdf'];
  return { pdf: file(`${name}.pdf`), note: file(`${name}.md`) };
}

function questions(newName: (pair: Pair) => Promise<string | undefined>): {
  readonly made: RenameQuestions;
  readonly asked: string[];
  readonly open: Set<string>;
  readonly failures: unknown[];
} {
  const [asked, open, failures]: [string[], Set<string>, unknown[]] = [[], new Set(), []];
  const ask = (text: string): Question => {
    asked.push(text);
    open.add(text);
    return {
      get isOpen() {
        return open.has(text);
      },
      close: () => void open.delete(text),
    };
  };
  const fail = (thrown: unknown): void => void failures.push(thrown);
  const made = new RenameQuestions({} as App, en, { ask, fail }, { newName, rename: () => undefined });
  return { made, asked, open, failures };
}

it('the question about renaming leaves out a PDF if its new name cannot be made', async () => {
  const thrown = new Error('no such file');
  const { made, asked, failures } = questions(({ pdf }) =>
    pdf.name === 'b.pdf' ? Promise.reject(thrown) : Promise.resolve(`New ${pdf.name}`),
  );
  ['a', 'b', 'c'].forEach((name) => made.add(pairOf(name)));
  await made.ask();
  expect(asked).toEqual([expect.stringMatching(/^2 new PDFs/)]);
  expect(failures).toEqual([thrown]);
});

it('the plugin closes the open rename question before it makes names for the next question', async () => {
  const openMeanwhile: number[] = [];
  const { made, asked, open } = questions(({ pdf }) => {
    openMeanwhile.push(open.size);
    return Promise.resolve(`New ${pdf.name}`);
  });
  made.add(pairOf('a'));
  await made.ask();
  made.add(pairOf('b'));
  await made.ask();
  expect(openMeanwhile).toEqual([0, 0, 0]);
  expect(asked).toHaveLength(2);
  expect(open.size).toBe(1);
});
