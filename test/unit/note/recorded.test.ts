import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../../src/i18n/messages';
import type { NoteContent, NoteLayout } from '../../../src/note/content';
import { renderNote } from '../../../src/note/render';
import { contract, contractDigest, layout, portsFor } from './sample';

/**
 * Compares whole notes with the files in `expected/`. With `RECORD_NOTES=1`, the test rewrites the files and
 * fails, so that a person reviews the difference before committing it.
 */
const recording = process.env['RECORD_NOTES'] === '1';
const folder = join(import.meta.dirname, 'expected');

const { digest, model, tokens, ...withoutDigest } = contract;
const { archive, ...rest } = withoutDigest;

const contents: Readonly<Record<string, NoteContent>> = {
  complete: contract,
  'not-all-read': {
    ...contract,
    notRead: [
      { reason: 'scan', pages: [3, 4, 5] },
      { reason: 'content-filter', pages: [2] },
    ],
  },
  'not-read-twice': {
    ...contract,
    digest: {
      ...contractDigest,
      checking: {
        level: 'facts',
        notRead: {
          statements: 7,
          failure: { kind: 'llm-unreachable', details: { host: 'api.example.com' } },
        },
        thinSummary: true,
      },
    },
  },
  offline: {
    ...rest,
    archive,
    state: 'offline',
    model: 'offline',
    digest: { ...contractDigest, unverified: [], checking: { level: 'facts' } },
  },
  'offline-instead': {
    ...rest,
    archive,
    state: 'offline',
    model: 'offline',
    digest: { ...contractDigest, facts: [], unverified: [], checking: { level: 'facts' } },
    reason: { kind: 'llm-unreachable', details: { host: 'api.example.com' } },
  },
  pending: { ...withoutDigest, state: 'pending', reason: { kind: 'llm-server', details: { status: 503 } } },
  failed: {
    ...rest,
    archive: [],
    state: 'failed',
    pageCount: 0,
    reason: { kind: 'pdf-password-needed', details: {} },
  },
};

const layouts: Readonly<Record<string, NoteLayout>> = {
  callout: layout,
  details: { ...layout, archive: 'details', taskFormat: 'tasks' },
  none: { ...layout, archive: 'none', taskFormat: 'dataview' },
  limited: { ...layout, archiveLimit: 40 },
};

const cases = ['en', 'zh-cn'].flatMap((language) =>
  Object.keys(contents).flatMap((state) =>
    Object.keys(layouts).map((form) => [language, state, form] as const),
  ),
);

describe('recorded notes', () => {
  it('the sample has the digest, the model and the number of tokens of the recorded notes', () => {
    expect([digest, model, tokens]).toEqual([contractDigest, 'qwen-plus', 4321]);
  });

  it.each(cases)(
    'the %s note for the state %s and the layout %s matches the recorded note',
    (language, state, form) => {
      const content = contents[state] ?? contract;
      const note = renderNote(
        content,
        layouts[form] ?? layout,
        messagesFor(language),
        portsFor(content.pdfName),
      );
      const file = join(folder, `${language}-${state}-${form}.md`);
      if (recording) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(file, note);
      }
      expect(existsSync(file)).toBe(true);
      expect(note).toBe(readFileSync(file, 'utf8'));
      expect(recording, 'Recorded. Review the difference, then run again without RECORD_NOTES.').toBe(false);
    },
  );
});
