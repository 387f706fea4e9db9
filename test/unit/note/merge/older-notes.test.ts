import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Digest } from '../../../../src/digest/digest';
import { messagesFor } from '../../../../src/i18n/messages';
import { joiner } from '../../../../src/note/escape/triggers';
import { isUnchanged, mergeNote } from '../../../../src/note/merge';
import { renderNote } from '../../../../src/note/render';
import { contract, contractDigest, layout, portsFor } from '../sample';
import { unbroken } from '../structure';

/**
 * Notes of an earlier version, which computed the hashes in `pdf_digest` in another way (see
 * `older-hash.ts`).
 */
const folder = join(import.meta.dirname, 'older');

/** A note of an old version, which did not write U+2060 into text that would trigger other plugins. */
const withoutJoinersName = 'without-joiners.md';
const older = readFileSync(join(folder, withoutJoinersName), 'utf8');

const citations = [{ page: 2, sentences: [1] }];
const digest: Digest = {
  ...contractDigest,
  tags: ['a'],
  summary: [{ text: 'Use std::vector and {a=b} with [[c]] ^x.', citations }],
  actions: [
    {
      text: '10:00 pay <% x %> (@2031-01-01) at 100%% ==now==',
      owner: '',
      due: { kind: 'none' },
      citations,
    },
    {
      text: 'INPUT[x] {{y}} $$z$$ #tag',
      owner: 'Owner::',
      due: { kind: 'relative', text: '@tomorrow' },
      citations,
    },
  ],
  points: [{ text: '[^1] and ^[n] at https://x.example/a?b=%20c, (@x) <b>', citations }],
  facts: [{ name: 'key:: v', value: '`= q`', text: '', citations }],
  unverified: [],
};
const archive = [{ page: 1, text: 'key:: value\n- [ ] call (@2031-01-01)\n```js\n{x=y}' }];

/** Returns the note that this version writes for the same digest. */
function note(changed: Partial<Digest> = {}): string {
  const content = { ...contract, digest: { ...digest, ...changed }, pageCount: 1, pdfName: 'a.pdf', archive };
  return renderNote(content, layout, messagesFor('en'), portsFor('a.pdf'));
}

/**
 * Removes the hashes, the kind and the title. Every merge changes the hashes, and the older note has no kind
 * and no title.
 */
function body(text: string): string {
  return text.replace(
    /^pdf_digest: .*\n|^pdf_kind: .*\n|^aliases:\n {2}- .*\n|^\| Kind of document .*\n/gm,
    '',
  );
}

describe('a note of an earlier version', () => {
  it('an older note differs from a new note only in hashes, kind, title and the characters U+2060', () => {
    expect(note()).toContain(joiner);
    expect(unbroken(body(note()))).toBe(body(older));
    expect(note()).toContain('\ntype: pdf\npdf_kind: contract\naliases:\n  - 呼叫中心服务协议\n');
  });

  it('the older hash function shows whether an older note is unchanged', () => {
    expect(isUnchanged(older)).toBe(true);
    expect(isUnchanged(older.replace('10:00', '11:00'))).toBe(false);
  });

  it('a merge makes an unchanged older note equal to the new note', () => {
    const merged = mergeNote(older, note());
    expect(merged.conflicts).toEqual([]);
    expect(merged.text).toBe(note());
    expect(mergeNote(merged.text, note()).text).toBe(merged.text);
  });

  it('a merge keeps the user’s ticks, edits and deletions in an older note', () => {
    const edited = older
      .replace('- [ ] 10:00', '- [x] 10:00')
      .replace('with \\[\\[c\\]\\]', 'with [[c]], says the user,')
      .replace(/^- \\\[\^1.*\n/m, '');
    const merged = mergeNote(edited, note());
    expect(merged.conflicts).toEqual([]);
    expect(unbroken(body(merged.text))).toBe(body(edited));
    expect(merged.text).toContain(`- [x] ${joiner}10:00 pay`);
    expect(merged.text).toContain('with [[c]], says the user,');
  });

  it('a merge replaces the unedited lines of an older note with lines of a new digest', () => {
    const merged = mergeNote(older, note({ points: [{ text: 'Another point.', citations }] }));
    expect(merged.conflicts).toEqual([]);
    expect(merged.text).toBe(
      note({ points: [{ text: 'Another point.', citations }] }).replace(
        /^pdf_digest: .*$/m,
        () => /^pdf_digest: .*$/m.exec(merged.text)?.[0] ?? '',
      ),
    );
  });
});

describe.each(readdirSync(folder).filter((name) => name !== withoutJoinersName))(
  'the older note %s',
  (name) => {
    const before = readFileSync(join(folder, name), 'utf8');
    const now = readFileSync(join(folder, '../../expected', name), 'utf8');

    it('the older note is regarded as unchanged, and a merge updates the hashes of the note', () => {
      expect(isUnchanged(before)).toBe(true);
      expect(mergeNote(before, now)).toEqual({ text: now, conflicts: [] });
    });

    it('a merge keeps ticks, edits, additions and deletions in the older note', () => {
      const items = before.split('\n').filter((line) => line.startsWith('- '));
      const [first = '', second = '', third = ''] = items;
      const edit = (note: string): string =>
        note
          .replace(first, () => first.replace('[ ]', '[x]').replace('- ', '- mine: '))
          .replace(`${second}\n`, '')
          .replace(third, () => `${third}\n- my own item`);
      const merged = mergeNote(edit(before), now);
      expect(merged.conflicts).toEqual([]);
      expect(body(merged.text)).toBe(body(edit(now)));
    });
  },
);
