import { describe, expect, it } from 'vitest';
import type { LanguageModel } from '../../../src/llm/model';
import { pagesOf, processWith } from './rig';

const pages = pagesOf([['The contract ends on 31 March 2031.', 'The tenant pays 900 EUR a month.']]);

const model: LanguageModel = {
  name: 'far away',
  limits: { contextTokens: 8_000, maxOutputTokens: 2_000, concurrency: 1 },
  draft: () => Promise.reject(new Error('The pipeline called the model.')),
};
const reader = (): never => {
  throw new Error('The pipeline called the vision model.');
};

describe('a PDF for this device only', () => {
  it.each(['asked', 'requested', 'found', 'arrived'] as const)(
    'a PDF of the origin `%s` is digested offline if it must stay on this device',
    async (origin) => {
      const { outcome, notes } = await processWith(model, pages, 0, {
        entry: { origin },
        ports: { mustStayOnDevice: (path) => path === 'Inbox/a.pdf', reader },
      });
      expect(outcome).toMatchObject({ kind: 'written', state: 'offline', onlyHere: true });
      expect(notes[0]?.en).toContain('stay on this device');
      expect(notes[0]?.zh).toContain('仅在本设备处理');
    },
  );

  it('the vision model does not read scanned pages that must stay on this device', async () => {
    const [page] = pages;
    if (page === undefined) throw new Error('The document has no page.');
    const scanned = [page, { ...page, number: 2, kind: 'scan' as const, paragraphs: [] }];
    const { outcome } = await processWith(model, scanned, 0, {
      ports: { mustStayOnDevice: () => true, reader },
    });
    expect(outcome).toMatchObject({ kind: 'written', state: 'offline' });
  });
});
