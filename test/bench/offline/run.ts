/**
 * Measures the offline engine: `npm run bench:offline -- DIR [-v] [--train] [PART …]`. DIR has the files that
 * `data.ts` lists. Every second document of a file belongs to the training half. The figures are measured on
 * the other half or, with `--train`, on the training half. With both `-v` and `--train`, the wrong results
 * are listed too. The error beside a figure is half of the width of its 95 % confidence interval. The PARTs
 * are `summary`, `tags`, `todos`, `money` and `time`. Without a PART, all of them are measured. Exits with 1
 * when a target is missed by more than the error.
 */
import { moneyFigures } from './money';
import { tableOf, type Figure } from './report';
import { summaryFigures } from './summaries';
import { tagFigures } from './tags';
import { timeFigures } from './time';
import { todoFigures } from './todos';
import type { Half } from './data';

const PARTS: Readonly<Record<string, (folder: string, half: Half, isVerbose: boolean) => Promise<Figure[]>>> =
  { summary: summaryFigures, tags: tagFigures, todos: todoFigures, money: moneyFigures, time: timeFigures };

async function main(): Promise<void> {
  const [folder, ...wanted] = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
  if (folder === undefined) throw new Error('usage: npm run bench:offline -- DIR [-v] [--train] [PART ...]');
  const half = process.argv.includes('--train') ? 'train' : 'test';
  let isMissed = false;
  for (const [name, figuresOf] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const figures = await figuresOf(folder, half, process.argv.includes('-v'));
    console.log(tableOf(figures));
    isMissed ||= figures.some(({ value, error = 0, target, isMost }) =>
      target === undefined ? false : (isMost === true ? value - target : target - value) > error,
    );
  }
  if (isMissed) process.exitCode = 1;
}

await main();
