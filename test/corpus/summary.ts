import type { PageKind } from '../../src/pdf/document';

/** The outcome of one file. `failure` is a `FailureKind`, `hung` or `crashed`. */
export interface Result {
  readonly file: string;
  readonly categories: readonly string[];
  readonly failure?: string;
  readonly kinds: readonly PageKind[];
  /** Number of damaged pages of text. A part of their text may be missing. */
  readonly damaged: number;
  readonly characters: number;
  /** Time in ms. */
  readonly took: number;
}

/** One line of the table. */
export interface Row {
  readonly category: string;
  readonly files: number;
  /** Number of files with at least one page of text. */
  readonly text: number;
  /** Number of files that were read, but have no page of text. */
  readonly scan: number;
  readonly failed: ReadonlyMap<string, number>;
  readonly hung: number;
  readonly crashed: number;
  readonly pages: number;
  readonly unreadable: number;
  readonly damaged: number;
  readonly characters: number;
  readonly pagesPerSecond: number;
}

/** Returns one line for each category in alphabetical order, and one for all files at the end. */
export function summarise(results: readonly Result[]): readonly Row[] {
  const categories = [...new Set(results.flatMap((result) => result.categories))].sort();
  return [
    ...categories.map((category) =>
      rowOf(
        category,
        results.filter((result) => result.categories.includes(category)),
      ),
    ),
    rowOf('TOTAL', results),
  ];
}

function rowOf(category: string, results: readonly Result[]): Row {
  const opened = results.filter((result) => result.failure === undefined);
  const text = opened.filter((result) => result.kinds.includes('text')).length;
  const failed = new Map<string, number>();
  for (const { failure } of results) {
    if (failure !== undefined) failed.set(failure, (failed.get(failure) ?? 0) + 1);
  }
  const [hung, crashed] = [failed.get('hung') ?? 0, failed.get('crashed') ?? 0];
  failed.delete('hung');
  failed.delete('crashed');
  const kinds = opened.flatMap((result) => result.kinds);
  const seconds = opened.reduce((sum, { took }) => sum + took, 0) / 1000;
  return {
    category,
    files: results.length,
    text,
    scan: opened.length - text,
    failed,
    hung,
    crashed,
    pages: kinds.length,
    unreadable: kinds.filter((kind) => kind === 'unreadable').length,
    damaged: opened.reduce((sum, { damaged }) => sum + damaged, 0),
    characters: results.reduce((sum, { characters }) => sum + characters, 0),
    pagesPerSecond: seconds === 0 ? 0 : kinds.length / seconds,
  };
}

const headings = [
  'category',
  'files',
  'text',
  'scan',
  'hung',
  'crashed',
  'pages',
  'unread',
  'damaged',
  'characters',
  'pages/s',
  'failed',
];

/** Returns the table as text. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.category,
    ...[
      row.files,
      row.text,
      row.scan,
      row.hung,
      row.crashed,
      row.pages,
      row.unreadable,
      row.damaged,
      row.characters,
    ].map(String),
    row.pagesPerSecond.toFixed(1),
    [...row.failed]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', '),
  ]);
  const all = [headings, ...cells];
  const widths = headings.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  const last = headings.length - 1;
  return all
    .map((line) =>
      line
        .map((cell, at) =>
          at === 0 || at === last ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
