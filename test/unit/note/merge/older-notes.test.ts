import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Digest } from '../../../../src/digest/digest';
import { messagesFor } from '../../../../src/i18n/messages';
import { joiner } from '../../../../src/note/escape/triggers';
import { mergeNote } from '../../../../src/note/merge';
import { renderNote } from '../../../../src/note/render';
import { contract, contractDigest, layout, portsFor } from '../sample';
import { unbroken } from '../structure';

/** A note as version 0.1.0 wrote it, which broke triggers only in the source. */
const older = readFileSync(join(import.meta.dirname, 'older-note.md'), 'utf8');

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

/** The note that this version writes of the same digest. */
function note(changed: Partial<Digest> = {}): string {
  const content = { ...contract, digest: { ...digest, ...changed }, pageCount: 1, pdfName: 'a.pdf', archive };
  return renderNote(content, layout, messagesFor('en'), portsFor('a.pdf'));
}

/** Lines without those that differ in every merge, and without kind and title, which the older note lacks. */
function body(text: string): string {
  return text.replace(
    /^pdf_digest: .*\n|^pdf_kind: .*\n|^aliases:\n {2}- .*\n|^\| Kind of document .*\n/gm,
    '',
  );
}

/** The hashes of the generated lines. */
function recordOf(text: string): readonly string[] {
  return /^pdf_digest: v1-(.*)$/m.exec(text)?.[1]?.match(/.{5}/g) ?? [];
}

describe('a note of an earlier version', () => {
  it('differs from a new one only in kind, title and the characters that break triggers', () => {
    expect(note()).toContain(joiner);
    expect(unbroken(body(note()))).toBe(body(older));
    expect(recordOf(note())).toEqual(expect.arrayContaining([...recordOf(older)]));
    expect(note()).toContain('\ntype: pdf\npdf_kind: contract\naliases:\n  - 呼叫中心服务协议\n');
  });

  it('becomes the new note', () => {
    const merged = mergeNote(older, note());
    expect(merged.conflicts).toEqual([]);
    expect(merged.text).toBe(note());
    expect(mergeNote(merged.text, note()).text).toBe(merged.text);
  });

  it('keeps ticks, edits and deletions of the user', () => {
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

  it('has its unchanged lines replaced by a new digest', () => {
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
