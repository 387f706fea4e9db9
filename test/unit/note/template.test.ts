import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/failure';
import { messagesFor } from '../../../src/i18n/messages';
import { builtInTemplate } from '../../../src/note/built-in-template';
import type { NoteContent } from '../../../src/note/content';
import { mergeNote } from '../../../src/note/merge';
import { noteParts, renderNote } from '../../../src/note/render';
import { fillTemplate, type TemplateBlock, type TemplateValues } from '../../../src/note/template';
import { contract, contractDigest, layout, portsFor } from './sample';

const zh = messagesFor('zh');
const ports = portsFor('合同.pdf');

function render(template: string | undefined, content: Partial<NoteContent> = {}): string {
  return renderNote(
    { ...contract, ...content },
    template === undefined ? layout : { ...layout, template },
    zh,
    ports,
  );
}

const block = (text: string) => (): string => text;
const values: TemplateValues = {
  blocks: {
    coverage: block(''),
    tags: block('### Tags\n\n#a'),
    summary: block('### Summary\n\nText {{pages}}.'),
    actions: block('### Action items\n\n- [ ] Pay'),
    points: block(''),
    facts: block(''),
    unverified: block(''),
    archive: block('## Archive\n\n> text'),
  },
  words: { title: 'A title', kind: 'Contract', source: '[[a.pdf]]', model: 'm', pages: '3' },
  date: new Date(2026, 0, 7, 6, 5, 4),
};

describe('a template', () => {
  it('a copy of the built-in template gives the same note as no template', () => {
    expect(render(builtInTemplate(zh))).toBe(render(undefined));
    const notRead = [{ reason: 'scan', pages: [3] }] as const;
    expect(render(builtInTemplate(zh), { notRead })).toBe(render(undefined, { notRead }));
  });

  it('a template can place words within a line and blocks on lines of their own', () => {
    const { text, used } = fillTemplate(
      '\uFEFF--- \r\ncssclasses: wide\r\n---\n{{Title}}: {{pages}} pages, {{ source }}\n{{SUMMARY}}{{facts}}\n\n  indented\n\n\n{{archive}}\n',
      values,
    );
    expect(text).toBe(
      'A title: 3 pages, [[a.pdf]]\n\n### Summary\n\nText {{pages}}.\n\n  indented\n\n## Archive\n\n> text',
    );
    expect([...used].sort()).toEqual<TemplateBlock[]>(['archive', 'facts', 'summary']);
  });

  it('the former placeholder `{{tasks}}` still stands for the action items', () => {
    const { text, used } = fillTemplate('{{tasks}}', values);
    expect([text, [...used]]).toEqual([fillTemplate('{{actions}}', values).text, ['actions']]);
  });

  it('a template writes dates with the format tokens of the app, such as `YYYY`', () => {
    expect(
      fillTemplate(
        '{{date:YYYY-MM-DDTHH:mm:ss}} {{date:[Day] D.M. YY H:m:s}} {{ Date }} {{date:}} {{date:YYYY年M月D日}}',
        values,
      ).text,
    ).toBe('2026-01-07T06:05:04 Day 7.1. 26 6:5:4 2026-01-07 2026-01-07 2026年1月7日');
  });

  it.each([
    ['an unknown placeholder', 'a {{sumary}}', { placeholder: 'sumary' }],
    ['an unsupported date format', '{{date:D MMMM YYYY}}', { placeholder: 'date:D MMMM YYYY' }],
    ['a placeholder with the name of a JavaScript method', '{{toString}}', { placeholder: 'toString' }],
    ['an empty placeholder', '{{}}', { placeholder: '' }],
    ['no placeholder', 'Just text, {{\nand}} more.', {}],
    ['no text', '', {}],
  ])('the built-in layout replaces a template that has %s', (_, template, details) => {
    const { body, problem } = noteParts(contract, { ...layout, template }, zh, ports);
    expect(problem).toBeInstanceOf(Failure);
    expect(problem).toMatchObject({ kind: 'template-invalid', details });
    expect(body).toBe(noteParts(contract, layout, zh, ports).body);
  });

  it('no template can hide that pages are unread, or hide the text of an undigested PDF', () => {
    const note = render('Mine.\n\n{{summary}}', { notRead: [{ reason: 'scan', pages: [3] }] });
    expect(note).toContain(zh.note.notAllRead);
    expect(note).not.toContain(zh.note.archive);
    const { digest: _, ...undigested } = contract;
    const pending: NoteContent = {
      ...undigested,
      state: 'pending',
      reason: { kind: 'llm-server', details: {} },
    };
    const waiting = renderNote(pending, { ...layout, template: 'Mine.\n\n{{summary}}' }, zh, ports);
    expect(waiting).toContain(zh.note.pending);
    expect(waiting).toContain('合同总金额：1200.00 元');
  });
});

describe('a note from a template', () => {
  const template =
    '{{title}} · {{pages}} p.\n\n## 我的部分\n\n自己的话。\n\n## AI\n\n{{tasks}}\n\n{{points}}\n\n{{archive}}';

  it('the merge updates the statements in a note from a template, and keeps the user’s edits', () => {
    const before = render(template).replace('- [ ] ', '- [x] ').replace('自己的话。', '改过的话。');
    const digest = {
      ...contractDigest,
      points: [{ text: '新的观点。', citations: [{ page: 5, sentences: [41] }] }],
    };
    const { text, conflicts } = mergeNote(before, render(template, { digest }));
    expect(conflicts).toEqual([]);
    expect(text).toContain('- [x] ');
    expect(text).toContain('改过的话。');
    expect(text).toMatch(/### 核心观点\n\n- 新的观点。.*\n\n## 原始内容/);
    expect(text).not.toContain('30%');
    expect(mergeNote(text, render(template, { digest })).text).toBe(text);
  });

  it('a note from a template stays unchanged if the merge gets the same digest', () => {
    const note = render(template);
    expect(mergeNote(note, note).text).toBe(note);
  });

  it('a pending note gets the sections of the template when its digest arrives', () => {
    const { digest: _, ...undigested } = contract;
    const waiting = renderNote({ ...undigested, state: 'pending' }, { ...layout, template }, zh, ports);
    const { text } = mergeNote(waiting, render(template));
    for (const words of ['### 待办事项', '### 核心观点', '支付合同款项', '## 我的部分'])
      expect(text.split(words)).toHaveLength(2);
    expect(text).not.toContain(zh.note.pending);
  });
});
