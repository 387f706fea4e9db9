import { stringify } from 'yaml';
import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../src/i18n/messages';
import { mergeNote } from '../../../src/note/merge';
import { decideConflicts, makeNote } from '../../../src/note/make-note';
import { linkMarks, type NoteOrder } from '../../../src/note/maker';
import { renderNote } from '../../../src/note/render';
import { contract, layout, portsFor } from './sample';

const forms = {
  wikilinks: (subpath: string, alias?: string) =>
    `[[合同.pdf${subpath}${alias === undefined ? '' : `|${alias}`}]]`,
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
  // The worker receives a structured clone.
  return structuredClone({ content: contract, layout, language: 'zh', links });
}

function yaml(properties: Readonly<Record<string, unknown>>): Promise<string> {
  return Promise.resolve(stringify(properties, { lineWidth: 0 }));
}

describe('makeNote', () => {
  it.each(Object.entries(forms))(
    '`makeNote` and `renderNote` make the same note with %s',
    async (_, link) => {
      const ports = {
        ...portsFor('合同.pdf'),
        link,
        sourceLink: '[[合同.pdf]]',
        pdfPath: '合同.pdf',
        marks: (page: number) => page === 2,
      };
      const made = await makeNote(jobOf(link), yaml);
      expect(made).toEqual({ text: renderNote(contract, layout, messagesFor('zh'), ports), conflicts: [] });
    },
  );

  it('makeNote merges the new note into the existing note and keeps the user’s edits', async () => {
    const job = jobOf(forms.wikilinks);
    const { text: fresh } = await makeNote(job, yaml);
    const existing = fresh.replace('- [ ] ', '- [x] ').concat('\nMine.\n');
    expect(await makeNote({ ...job, existing }, yaml)).toEqual(mergeNote(existing, fresh));
  });

  it('`decideConflicts` writes the user’s choice for each conflict into the note', () => {
    const note = '### 核心观点\n\n- 甲\n- 乙\n';
    const choices = [
      [{ section: 'points', mine: '- 甲', fresh: '- 丙' }, 'fresh'],
      [{ section: 'points', mine: '- 乙', fresh: '- 丁' }, 'both'],
    ] as const;
    expect(decideConflicts(note, choices).text).toBe('### 核心观点\n\n- 丙\n- 乙\n- 丁\n');
  });
});
