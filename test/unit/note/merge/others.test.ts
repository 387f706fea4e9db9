import { describe, expect, it } from 'vitest';
import type { Action } from '../../../../src/digest/digest';
import { messagesFor } from '../../../../src/i18n/messages';
import type { NoteLayout } from '../../../../src/note/content';
import { isUnchanged, mergeNote } from '../../../../src/note/merge';
import { renderNote } from '../../../../src/note/render';
import { contract, contractDigest, layout, portsFor } from '../sample';

const action = (text: string, owner: string): Action => ({
  text,
  owner,
  due: { kind: 'none' },
  citations: [{ page: 2, sentences: [17] }],
});
const mine = action('Pay the deposit.', 'Tenant');
const theirs = action('Repair the roof.', 'Landlord');
const keys = action('Hand over the keys.', 'Landlord');

function note(actions: readonly Action[], changed: Partial<NoteLayout> = {}, title = 'Lease'): string {
  return renderNote(
    { ...contract, digest: { ...contractDigest, title, actions } },
    { ...layout, me: ['Tenant'], ...changed },
    messagesFor('en'),
    portsFor('合同.pdf'),
  );
}

describe('to-dos of other people', () => {
  const first = note([theirs, mine]);

  it("to-dos of other people stand in a callout below the user's to-dos", () => {
    expect(first).toContain(
      '### Action items\n\n- [ ] Tenant: Pay the deposit. ([[合同.pdf#page=2|p. 2]])\n\n' +
        '> [!todo]+ For others\n> - [ ] Landlord: Repair the roof. ([[合同.pdf#page=2|p. 2]])\n\n### Key points',
    );
    expect(isUnchanged(first)).toBe(true);
  });

  it('the callout “For others” is folded if other people have many to-dos', () => {
    const many = Array.from({ length: 6 }, (_, index) => action(`Step ${String(index)}.`, 'Landlord'));
    expect(note([mine, ...many])).toContain('> [!todo]- For others\n');
  });

  it("a merge keeps the ticks of other people's to-dos, and removes their callout when it is empty", () => {
    const edited = first.replace('> - [ ] Landlord: Repair', '> - [x] Landlord: Repair');
    expect(mergeNote(edited, first)).toEqual({ text: edited, conflicts: [] });
    const more = mergeNote(edited, note([theirs, mine, keys])).text;
    expect(more).toContain('> - [x] Landlord: Repair the roof.');
    expect(more).toContain('> - [ ] Landlord: Hand over the keys.');
    expect(mergeNote(more, note([theirs, mine, keys])).text).toBe(more);
    expect(mergeNote(first, note([mine])).text).not.toContain('For others');
    expect(mergeNote(note([mine]), first).text).toContain('> [!todo]+ For others\n>');
  });

  it("other people's to-dos move into a new callout and keep their ticks", () => {
    const before = note([theirs, mine, keys], { me: [] }).replace('[ ] Landlord: Hand', '[x] Landlord: Hand');
    const { text } = mergeNote(before, note([theirs, mine, keys]));
    expect(text.match(/Repair the roof/g)).toHaveLength(1);
    expect(text.match(/Hand over the keys/g)).toHaveLength(1);
    expect(text).toContain('[x] Landlord: Hand over the keys.');
  });
});

describe('the title as heading', () => {
  const titled = { titleAsHeading: true };

  it('the document’s title replaces the built-in heading of a note, and a merge updates the heading', () => {
    const first = note([mine], titled);
    expect(first).toContain('\n# Lease\n\n## Summary and to-dos\n');
    expect(isUnchanged(first)).toBe(true);
    const second = note([mine], titled, 'Lease of a *bookshop*');
    expect(mergeNote(first, second).text).toBe(second);
    expect(mergeNote(note([mine]), second).text).toBe(second);
    expect(mergeNote(second, note([mine])).text).toBe(note([mine]));
  });

  it('a merge keeps a title heading that the user edited', () => {
    const edited = note([mine], titled).replace('# Lease\n', '# My shop\n');
    expect(isUnchanged(edited)).toBe(false);
    expect(mergeNote(edited, note([mine], titled, 'Other')).text).toContain('\n# My shop\n');
  });

  it('the built-in heading is used if the document has no title', () => {
    expect(note([mine], titled, ' ')).toContain('\n# PDF digest\n');
  });
});
