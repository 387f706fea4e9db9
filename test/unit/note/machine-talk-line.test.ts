import { expect, it } from 'vitest';
import { messagesFor } from '../../../src/i18n/messages';
import { mergeNote } from '../../../src/note/merge';
import { renderNote } from '../../../src/note/render';
import { contract, contractDigest, layout, portsFor } from './sample';

function note(language: string, pages: readonly number[]): string {
  const machineTalk = pages.map((page) => ({ page, sentences: [page] }));
  const digest = { ...contractDigest, ...(pages.length === 0 ? {} : { machineTalk }) };
  return renderNote({ ...contract, digest }, layout, messagesFor(language), portsFor('a.pdf'));
}

it.each([
  ['en', [3], 'Page 3 contains instructions to a language model. ([[a.pdf#page=3|p. 3]])'],
  [
    'en',
    [3, 5],
    'Pages 3, 5 contain instructions to a language model. ([[a.pdf#page=3|p. 3]], [[a.pdf#page=5|p. 5]])',
  ],
  ['zh-cn', [3], '第 3 页含有写给语言模型的指令。 ([[a.pdf#page=3|p. 3]])'],
] as const)(
  'the note in the language %s lists the pages %j, which contain instructions to a model',
  (language, pages, words) => {
    const text = note(language, pages);
    expect(text).toContain(` ${words}\n`);
    expect(text.indexOf(words)).toBeLessThan(text.indexOf('\n## '));
  },
);

it('a merge removes the line about instructions if the new digest found no instructions', () => {
  expect(mergeNote(note('en', [3]), note('en', [])).text).not.toContain('instructions to a language model');
});
