import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../src/digest/checks/table';
import { toLines } from '../../../src/digest/parts/lines';
import { planParts } from '../../../src/digest/parts/plan';
import { evidenceIn, Source } from '../../../src/digest/passages/source';
import { passageOf } from '../../../src/digest/passages/tie';
import { cellsOf, headingOver, isRow } from '../../../src/text/table';
import { withTables } from '../../../src/text/table-lines';
import { longTables } from '../../fixtures/documents/long-tables';
import { plainTables } from '../../fixtures/documents/plain-tables';
import { ruledTables } from '../../fixtures/documents/ruled-tables';
import { documentOf } from './document';

/**
 * The fixtures with tables. `pages` has the paragraphs that layout makes of each page (tested in
 * `layout/fixtures.test.ts`).
 */
const tables = [...ruledTables, ...plainTables, ...longTables].map(({ name, expected }) => {
  const pages = expected.opens ? expected.pages.map(({ paragraphs = [] }) => paragraphs) : [];
  return { name, pages, sentences: documentOf(...pages) };
});

/** Returns the cells of a line of a Markdown table, without the empty cells at its end. */
function cellsInLine(line: string): string {
  return line
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => cell.trim())
    .join('\t')
    .trimEnd();
}

describe.each(tables)('the table $name', ({ pages, sentences }) => {
  it('the archived text of a table keeps each cell in its column', () => {
    for (const paragraphs of pages) {
      const rows = paragraphs.filter((text) => text.includes('\t'));
      const text = withTables(paragraphs.join('\n'));
      const lines = text.split('\n').filter((line) => line.startsWith('|') && !/^[|\s-]+$/.test(line));
      expect(lines.map(cellsInLine)).toEqual(rows);
    }
  });

  it('the lines for the model keep each cell in its column', () => {
    const lines = toLines(sentences)
      .split('\n')
      .filter((line) => line.startsWith('['));
    const cells = lines.map((line) =>
      line
        .replace(/^\[\d+\] /, '')
        .split(/ ?\| ?/)
        .join('\t'),
    );
    expect(cells).toEqual(sentences.map(({ text }) => text));
  });

  it('the checks find each figure by its row and its column', () => {
    const source = new Source(sentences);
    for (const { number, row, column, label, heading, group } of figuresOf(source)) {
      const own = row[column] ?? '';
      for (const [other, cell] of row.entries()) {
        if (!/^\d[\d.,]*%?$/.test(cell) || row.filter((each) => each === cell).length > 1) continue;
        const words = `${label} ${group} ${heading}: ${cell}`;
        const found = contradiction(source, number, words);
        if (other === column) expect([words, found]).toEqual([words, undefined]);
        else if (found !== undefined) expect(found).toBe(own);
      }
    }
  });
});

interface Figure {
  readonly number: number;
  readonly row: readonly string[];
  readonly column: number;
  readonly label: string;
  readonly heading: string;
  readonly group: string;
}

function figuresOf(source: Source): Figure[] {
  return source.sentences.filter(isRow).flatMap((sentence) => {
    const { above, rows } = source.table(sentence.number);
    const headings = rows[0] ? cellsOf(rows[0].text) : [];
    const row = cellsOf(sentence.text);
    if (rows[0] === sentence) return [];
    return row.flatMap((cell, column) => {
      if (column === 0 || !/^\d/.test(cell)) return [];
      const groups = above.map((each) => headingOver(cellsOf(each.text), column));
      return [
        {
          number: sentence.number,
          row,
          column,
          label: row[0] ?? '',
          heading: headings[column] ?? '',
          group: groups.join(' '),
        },
      ];
    });
  });
}

function contradiction(source: Source, number: number, words: string): string | undefined {
  const passage = passageOf(source, [number]);
  const claim = { source, words, stated: evidenceIn(words), cited: source.around([number], 0), passage };
  return CHECKS.find(({ name }) => name === 'cells')?.run(claim)?.found;
}

describe('the headings of a long table', () => {
  const withRunning = (...pages: readonly (readonly string[])[]): Source => new Source(documentOf(...pages));
  const headingOf = (source: Source, text: string): string | undefined => {
    const row = source.sentences.find((sentence) => sentence.text === text);
    return source.headingRow(row?.number ?? 0)?.text;
  };

  it.each(tables.filter(({ name }) => /over-page-[bcd]/.test(name)))(
    'the headings of $name are known on each page of the table',
    (table) => {
      const source = new Source(table.sentences);
      const [headings] = table.sentences;
      const figures = figuresOf(source);
      expect(new Set(figures.map(({ number }) => source.sentences[number - 1]?.page)).size).toBe(
        table.pages.length,
      );
      for (const { number } of figures) expect(source.headingRow(number)?.text).toBe(headings?.text);
    },
  );

  it('if text separates two tables, the second table has its own headings', () => {
    const source = withRunning(
      ['Vessel\tBerth\tDays', 'Aurora\t3\t5', 'The days of arrival count as whole days.'],
      ['Vessel\tBerth\tDays', 'Corvus\t2\t9'],
    );
    expect(headingOf(source, 'Corvus\t2\t9')).toBe('Vessel\tBerth\tDays');
  });

  it('the headings of a table do not apply to another table on the next page', () => {
    const source = withRunning(
      ['Vessel\tBerth\tDays', 'Aurora\t3\t5', 'Bellatrix\t4\t2'],
      ['Quay\tDepth\tLength', 'North\t9\t210', 'South\t7\t180'],
    );
    expect(headingOf(source, 'South\t7\t180')).toBe('Quay\tDepth\tLength');
    const aurora = source.sentences[1]?.number ?? 0;
    expect(source.table(aurora).rows.map(({ page }) => page)).toEqual([1, 1, 1]);
  });

  it('headings apply to the next page even if the first row of that page has only words', () => {
    const source = withRunning(
      ['Item\tState\tCount', 'Ropes\tnew\t12', 'Anchors\tworn\t2'],
      ['Lamps\tmissing', 'Buoys\tnew\t4'],
    );
    expect(headingOf(source, 'Buoys\tnew\t4')).toBe('Item\tState\tCount');
  });
});

describe('the parts of one long table', () => {
  const row = (page: number, at: number): string => `Quay ${page}.${at}\t${page}\t${at}`;
  const pages = Array.from({ length: 60 }, (_, page) =>
    Array.from({ length: 40 }, (__, at) => (page + at === 0 ? 'Quay\tShips\tTons' : row(page, at))),
  );
  const limits = { contextTokens: 100_000, maxOutputTokens: 4000, concurrency: 2 };

  it('each part of a long table begins with the headings of the columns', () => {
    const parts = planParts(documentOf(...pages), limits, (text) => text.length);
    expect(parts.length).toBeGreaterThan(2);
    for (const { sentences } of parts) expect(sentences[0]?.text).toBe('Quay\tShips\tTons');
    expect(parts.flatMap((part) => part.pages)).toEqual(pages.map((_, index) => index + 1));
  });
});
