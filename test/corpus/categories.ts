import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Returns a function that returns the categories of a file. The categories are in the file `corpus.tsv`
 * beside the PDFs. The first line of this table has the headings `file` (or `name`) and `categories`. Several
 * categories are separated by commas. A PDF without categories has the category `none`. Without `corpus.tsv`,
 * every PDF has the category `all`.
 */
export function categoriesIn(folder: string): (file: string) => readonly string[] {
  const table = join(folder, 'corpus.tsv');
  if (!existsSync(table)) return () => ['all'];
  const [heading = [], ...rows] = readFileSync(table, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
  const fileColumn = Math.max(heading.indexOf('file'), heading.indexOf('name'));
  const categoryColumn = heading.indexOf('categories');
  if (fileColumn < 0 || categoryColumn < 0)
    throw new Error(`${table} has no columns "file" and "categories".`);
  const known = new Map(
    rows.map((row) => [row[fileColumn] ?? '', (row[categoryColumn] ?? '').split(',').filter(Boolean)]),
  );
  return (file) => {
    const categories = known.get(file) ?? [];
    return categories.length > 0 ? categories : ['none'];
  };
}
