import { describe, expect, it } from 'vitest';
import { summarise, table, type Result } from '../../corpus/summary';

function result(file: string, categories: readonly string[], more: Partial<Result>): Result {
  return { file, categories, kinds: [], damaged: 0, characters: 0, took: 500, ...more };
}

const results: readonly Result[] = [
  result('a.pdf', ['zh', 'table'], {
    kinds: ['text', 'scan', 'unreadable'],
    damaged: 1,
    characters: 900,
    took: 1_000,
  }),
  result('b.pdf', ['zh'], { kinds: ['scan'] }),
  result('c.pdf', ['password'], { failure: 'pdf-password-needed' }),
  result('d.pdf', ['zh'], { failure: 'hung' }),
  result('e.pdf', ['zh'], { failure: 'crashed' }),
];

describe('the summary of a corpus', () => {
  it('the summary of a corpus counts the files of each category by outcome', () => {
    const rows = summarise(results);
    expect(rows.map((row) => row.category)).toEqual(['password', 'table', 'zh', 'TOTAL']);
    expect(rows[2]).toMatchObject({
      files: 4,
      text: 1,
      scan: 1,
      hung: 1,
      crashed: 1,
      pages: 4,
      unreadable: 1,
      damaged: 1,
      characters: 900,
    });
    expect(rows[2]?.pagesPerSecond).toBeCloseTo(4 / 1.5);
    expect(rows[3]?.failed).toEqual(new Map([['pdf-password-needed', 1]]));
    expect(rows[3]?.files).toBe(5);
  });

  it('the summary of a corpus is printed in columns', () => {
    const lines = table(summarise(results)).split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/^category +files +text +scan/);
    expect(lines[4]).toMatch(/^TOTAL +5 +1 +1 +1 +1 +4 +1 +1 +900 +2\.7 +pdf-password-needed 1$/);
  });
});
