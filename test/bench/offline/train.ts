/**
 * Makes the small tables of the offline engine: `npm run train:offline -- DIR [words] [tags] [summary]
 * [tasks] [further=FOLDER,FOLDER]`. DIR is the folder of `npm run bench:offline`; only its training half is
 * read. `tags` and `summary` depend on the table of words, so run them again after `words`. Each FOLDER has
 * further documents for `tasks`, with labels as in `written-todos/` (see the README there). For the
 * task weights in this repository, these were real documents that must not be published: 145 documents
 * (minutes of meetings, notices, letters and contracts), and 91 documents without tasks. Three signs of a
 * task were added after this training: `mentioned behind`, `payment of a party` and `point of a checklist`.
 * Their weights were set by hand (the priors in `task/signs.ts`). Thirty further documents were only used to
 * compare weights and limits.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { sentenceWeights } from './train-sentences';
import { tagWeights } from './train-tags';
import { taskExamples, taskWeights } from './train-tasks';
import { commonWords } from './train-words';

const WORDS = fileURLToPath(new URL('../../../src/text/lexicon/common-words.ts', import.meta.url));
const WEIGHTS = fileURLToPath(new URL('../../../src/digest/offline/weights.ts', import.meta.url));
const WIDTH = 100;
const FURTHER = 'further=';

async function main(): Promise<void> {
  const [folder, ...words] = process.argv.slice(2);
  const wanted = words.filter((word) => !word.includes('='));
  const further =
    words
      .find((word) => word.startsWith(FURTHER))
      ?.slice(FURTHER.length)
      .split(',') ?? [];
  if (folder === undefined)
    throw new Error(
      'usage: npm run train:offline -- DIR [words] [tags] [summary] [tasks] [further=FOLDER,…]',
    );
  const isWanted = (part: string): boolean => wanted.length === 0 || wanted.includes(part);
  if (isWanted('words')) await writeWords(await commonWords(folder));
  if (isWanted('tags')) await writeWeights('TAG_WEIGHTS', await tagWeights(folder));
  if (isWanted('summary')) await writeWeights('SENTENCE_WEIGHTS', await sentenceWeights(folder));
  if (isWanted('tasks')) {
    await writeWeights('TASK_WEIGHTS', { ...taskWeights((await taskExamples(folder, further)).flat()) });
  }
}

async function writeWords(levels: readonly string[]): Promise<void> {
  const lists = levels.map((level) => `  ${wrapped(level)},\n`).join('');
  const doc = [
    '/**',
    ' * Words that occur in documents of all subjects, in the form of `Term.key`. Each entry is one level of',
    ' * frequency, the most frequent level first. `npm run train:offline -- DIR words` makes this list.',
    ' */',
  ].join('\n');
  await writeFile(WORDS, `${doc}\nexport const COMMON_WORDS: readonly string[] = [\n${lists}];\n`);
}

function wrapped(words: string): string {
  const lines: string[] = [''];
  for (const word of words.split(' ')) {
    const last = lines.at(-1) ?? '';
    const width = Array.from(last).length + (/[^\p{ASCII}]/u.test(last) ? last.length : 0);
    if (width + word.length > WIDTH) lines.push('');
    lines[lines.length - 1] = `${lines.at(-1) ?? ''}${word} `;
  }
  return lines
    .map((line, index) => `'${index === lines.length - 1 ? line.trimEnd() : line}'`)
    .join(' +\n    ');
}

function listOf(weights: readonly number[]): string {
  const figures = weights.map((weight) => String(Math.round(weight * 100) / 100));
  return `[\n    ${figures.join(', ').replace(/(.{60,95}?,) /gu, '$1\n    ')},\n  ]`;
}

async function writeWeights(name: string, sets: Readonly<Record<string, readonly number[]>>): Promise<void> {
  const text = await readFile(WEIGHTS, 'utf8');
  const lists = Object.entries(sets).map(([set, weights]) => `  ${set}: ${listOf(weights)},\n`);
  const next = `export const ${name} = {\n${lists.join('')}} as const;`;
  const known = new RegExp(`export const ${name} = [\\s\\S]*? as const;`, 'u');
  await writeFile(WEIGHTS, known.test(text) ? text.replace(known, next) : `${text.trimEnd()}\n\n${next}\n`);
}

await main();
