import { describe, expect, it } from 'vitest';
import { outsideBody } from '../../../../src/pdf/layout/running';

const block = (name: string, at: number): { name: string; top: number; bottom: number; angle: number } => ({
  name,
  top: at,
  bottom: at,
  angle: 0,
});

describe('repeated text', () => {
  const header = block('header', 0.95);
  const footer = block('footer', 0.04);
  const body = block('body', 0.5);

  it('repeated text is left out above and below the body of the page', () => {
    expect(outsideBody([header, body, footer], new Set([header, footer]))).toEqual([header, footer]);
  });

  it('repeated text is kept if other text is nearer to the edge of the page', () => {
    const title = block('title', 0.97);
    expect(outsideBody([title, header, body, footer], new Set([header, footer]))).toEqual([footer]);
  });

  it('repeated text is kept if the page has no other text', () => {
    expect(outsideBody([header, footer], new Set([header, footer]))).toEqual([]);
  });

  it('if a line also has other text, only the repeated text is left out', () => {
    const chapter = block('chapter', 0.95);
    expect(outsideBody([header, chapter, body], new Set([header]))).toEqual([header]);
  });
});
