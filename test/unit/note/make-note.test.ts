import { stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../src/i18n/messages';
import { mergeNote } from '../../../src/note/merge';
import { decideConflicts, makeNote } from '../../../src/note/make-note';
import { linkMarks, type NoteOrder } from '../../../src/note/maker';
import { renderNote } from '../../../src/note/render';
import { contract, layout, portsFor } from './sample';

const forms = {
  wikilinks: (subpath: string, alias?: string) => `[[合同.pdf${subpath}${alias === undefined ? '' : `|${alias}`}]]`,
  'Markdown links': (subpath: string, alias = '合同') => `[${alias}](合同.pdf${subpath})`,
};

function jobOf(link: (subpath: string, alias?: string) => string): NoteOrder {
  const links = {
    file: link(''),
    place: link(linkMarks.subpath, linkMarks.alias),
    source: '[[合同.pdf]]',
    pdfPath: '合同.pdf',
    markable: [2],
  };
  // As the worker gets it.
  return structuredClone({ content: contract, layout, language: 'zh', links });
}

function yaml(properties: Readonly<Record<string, unknown>>): Promise<string> {
  return Promise.resolve(stringify(properties, { lineWidth: 0 }));
}

describe('a note made in the worker', () => {
  it.each(Object.entries(forms))('is what the app would have made, in a vault with %s', async (_, link) => {
    const ports = { ...portsFor('合同.pdf'), link, sourceLink: '[[合同.pdf]]', pdfPath: '合同.pdf', marks: (page: number) => page === 2 };
    const made = await makeNote(jobOf(link), yaml);
    expect(made).toEqual({ text: renderNote(contract, layout, messagesFor('zh'), ports), conflicts: [] });
  });

  it('takes in what the user did to the note that is there', async () => {
    const job = jobOf(forms.wikilinks);
    const { text: fresh } = await makeNote(job, yaml);
    const existing = fresh.replace('- [ ] ', '- [x] ').concat('\nMine.\n');
    expect(await makeNote({ ...job, existing }, yaml)).toEqual(mergeNote(existing, fresh));
  });

  it('has every choice written into it', () => {
    const note = '### 核心观点\n\n- 甲\n- 乙\n';
    const choices = [
      [{ section: 'points', mine: '- 甲', fresh: '- 丙' }, 'fresh'],
      [{ section: 'points', mine: '- 乙', fresh: '- 丁' }, 'both'],
    ] as const;
    expect(decideConflicts(note, choices).text).toBe('### 核心观点\n\n- 丙\n- 乙\n- 丁\n');
  });
});
