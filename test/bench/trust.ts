/**
 * Measures how reliable the statements of a digest are: `npm run bench:trust -- DIR [-v]`. For each document,
 * DIR has a folder. The folder has the lines of the document, the answers of two models (a strong one and a
 * weak, careless one), and a label for each statement (true or false). For each model and section, prints the
 * share of true statements that are flagged, and the share of false statements that are caught. Both are
 * measured for three readers. `code` uses only the checks in code. `labels` and `erring` add a second reading
 * by a simulated model. With `labels`, the model judges as the labels say. With `erring`, 1 of 10 of its
 * verdicts is wrong. Exits with 1 when a target is missed.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Examiner, statedIn, type Examined } from '../../src/digest/examine';
import { CHECKS } from '../../src/digest/checks/table';
import { doubtOf } from '../../src/digest/assemble';
import { Source } from '../../src/digest/passages/source';
import { batchesOf } from '../../src/digest/second-reading/batches';
import { bothValues, readAgain } from '../../src/digest/second-reading/read-again';
import { needsReading, settle } from '../../src/digest/second-reading/settle';
import { readAnswer } from '../../src/llm/answer/answer';
import { digestMessages } from '../../src/llm/prompt/prompt';
import { readingMessages } from '../../src/llm/prompt/reading-prompt';
import { estimateTokens } from '../../src/text/tokens';
import { seeded } from './ground-noise';
import { labelsOf, sentencesOf, type Label } from './trust-data';

const MODELS = ['strong', 'weak'] as const;
const SECTIONS = ['summary', 'actions', 'points', 'facts'] as const;
/** Maximum share of the true statements that may be flagged, in percent, for each model. */
const MOST_FLAGGED = { strong: 2, weak: 4 } as const;
/** Minimum share of the false statements that must be caught, in percent, for each reader. */
const FEWEST_CAUGHT = { labels: 97, erring: 85 } as const;
const ERROR_RATE = 0.1;
/**
 * If a check flags at least `ENOUGH_HITS` statements, at least `CHECK_PRECISION` percent of them must be
 * false.
 */
const ENOUGH_HITS = 10;
const CHECK_PRECISION = 90;
const random = seeded(20_261_126);
const verbose = process.argv.includes('-v');

type Reader = 'code' | 'labels' | 'erring';
const READERS: readonly Reader[] = ['code', 'labels', 'erring'];

interface Outcome {
  readonly document: string;
  readonly model: (typeof MODELS)[number];
  readonly label: Label;
  readonly examined: Examined;
  readonly flagged: Readonly<Record<Reader, boolean>>;
}

interface Tokens {
  draft: number;
  reading: number;
  calls: number;
  statements: number;
}

async function main(): Promise<void> {
  const folder = process.argv.slice(2).find((argument) => !argument.startsWith('-'));
  if (folder === undefined) throw new Error('usage: npm run bench:trust -- DIR [-v]');
  const outcomes: Outcome[] = [];
  const tokens: Tokens = { draft: 0, reading: 0, calls: 0, statements: 0 };
  let unlabelled = 0;
  for (const document of (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()) {
    const lines = await readFile(join(folder, document, 'lines.txt'), 'utf8');
    const examiner = new Examiner(new Source(sentencesOf(lines)));
    for (const model of MODELS) {
      const answer = await readFile(join(folder, document, `${model}.answer.txt`), 'utf8');
      const read = readAnswer(answer);
      if (!('draft' in read)) throw new Error(`${document}, ${model}: ${read.problem}`);
      const examined = statedIn(read.draft).map((stated) => examiner.examine(stated));
      const labels = await labelsOf(join(folder, document, `${model}.labels.json`), examined);
      unlabelled += examined.length - labels.size;
      outcomes.push(...(await outcomesOf(document, model, examined, labels)));
      tokens.draft +=
        estimateTokens(
          textOf(digestMessages({ lines, instructions: '', outputLanguage: 'auto' }, Math.random)),
        ) + estimateTokens(answer);
      const toRead = examined.filter(needsReading);
      tokens.reading += readingTokens(toRead);
      tokens.calls += batchesOf(toRead, bothValues, readingOptions()).length;
      tokens.statements += toRead.length;
    }
  }
  report(outcomes, tokens, unlabelled);
}

async function outcomesOf(
  document: string,
  model: Outcome['model'],
  examined: readonly Examined[],
  labels: ReadonlyMap<Examined, Label>,
): Promise<Outcome[]> {
  const flip = new Set(examined.filter(() => random() < ERROR_RATE));
  const byLabels = await flaggedBy(examined, (each) => labels.get(each)?.true ?? true);
  const byErringReader = await flaggedBy(
    examined,
    (each) => (labels.get(each)?.true ?? true) !== flip.has(each),
  );
  return examined.flatMap((each) => {
    const label = labels.get(each);
    if (label === undefined) return [];
    const flagged = {
      code: doubtOf(each) !== undefined,
      labels: byLabels.has(each),
      erring: byErringReader.has(each),
    };
    return [{ document, model, label, examined: each, flagged }];
  });
}

/**
 * Returns the statements under "To be verified" when the second reading accepts exactly the statements for
 * which `isTrue` returns true.
 */
async function flaggedBy(
  examined: readonly Examined[],
  isTrue: (each: Examined) => boolean,
): Promise<ReadonlySet<Examined>> {
  const options = readingOptions();
  const batches = batchesOf(examined.filter(needsReading), bothValues, options);
  const { verdicts } = await readAgain(examined.filter(needsReading), {
    ...options,
    ask: ({ text }) => {
      const items = batches.find((batch) => batch.text === text)?.items ?? [];
      const verdict = (each: Examined, index: number) => ({
        n: index + 1,
        supported: isTrue(each) ? ('yes' as const) : ('no' as const),
        why: '',
      });
      return Promise.resolve({ verdicts: items.map(verdict) });
    },
  });
  return new Set(examined.filter((each) => settle(each, verdicts.get(each)).doubt !== undefined));
}

function readingOptions() {
  return {
    estimateTokens: (text: string) => estimateTokens(text),
    budget: 24_000,
    concurrency: 1,
    outputLanguage: 'auto',
    signal: new AbortController().signal,
  };
}

function readingTokens(items: readonly Examined[]): number {
  return batchesOf(items, bothValues, readingOptions()).reduce((sum, { text, items: { length } }) => {
    const answer = Array.from(
      { length },
      (_, index) => `{"n":${String(index + 1)},"supported":"yes","why":""}`,
    ).join(',');
    return (
      sum +
      estimateTokens(textOf(readingMessages({ text, count: length, outputLanguage: 'auto' }, Math.random))) +
      estimateTokens(answer)
    );
  }, 0);
}

function textOf(messages: readonly { readonly content: string }[]): string {
  return messages.map(({ content }) => content).join('\n');
}

function report(outcomes: readonly Outcome[], tokens: Tokens, unlabelled: number): void {
  const texts = [
    'model',
    'section',
    'true',
    ...READERS.map((reader) => `flagged: ${reader}`),
    'false',
    ...READERS.map((reader) => `caught: ${reader}`),
  ];
  console.warn(texts.join(' | '));
  for (const model of MODELS) {
    for (const section of [...SECTIONS, 'all'] as const) {
      const own = outcomes.filter(
        (each) => each.model === model && (section === 'all' || each.examined.stated.section === section),
      );
      console.warn([model, section, ...counted(own, true), ...counted(own, false)].join(' | '));
    }
  }
  const fields = (['text', 'owner', 'due'] as const).map((field) => {
    const own = outcomes.filter(({ label }) => !label.true && label.field === field);
    return `${field}: ${counted(own, false).slice(1).join(' / ')} of ${String(own.length)}`;
  });
  console.warn(
    `\nfalse statements by the field of the error, caught by ${READERS.join(' / ')}: ${fields.join('; ')}`,
  );
  reportChecks(outcomes);
  console.warn(
    `\nword for word: ${String(outcomes.filter(({ examined }) => examined.wordForWord).length)} of ${String(outcomes.length)}; without a label: ${String(unlabelled)}`,
  );
  console.warn(
    `tokens of the second reading: ${String(Math.round((tokens.reading / tokens.draft) * 100))} % of those of the digests (${String(tokens.statements)} statements in ${String(tokens.calls)} calls, ${String(Math.round(tokens.reading / tokens.statements))} tokens per statement)`,
  );
  for (const model of MODELS) {
    for (const reader of ['code', 'labels'] as const) {
      target(
        `${model}: true statements flagged (${reader})`,
        share(outcomes, model, true, reader),
        MOST_FLAGGED[model],
        'most',
      );
    }
  }
  for (const reader of ['labels', 'erring'] as const) {
    target(
      `false statements caught (${reader})`,
      share(outcomes, undefined, false, reader),
      FEWEST_CAUGHT[reader],
      'fewest',
    );
  }
  if (verbose) for (const each of outcomes) print(each);
}

function counted(outcomes: readonly Outcome[], isTrue: boolean): string[] {
  const own = outcomes.filter(({ label }) => label.true === isTrue);
  return [
    String(own.length),
    ...READERS.map((reader) => percent(own.filter(({ flagged }) => flagged[reader]).length, own.length)),
  ];
}

function share(
  outcomes: readonly Outcome[],
  model: Outcome['model'] | undefined,
  isTrue: boolean,
  reader: Reader,
): number {
  const own = outcomes.filter(
    (each) => (model === undefined || each.model === model) && each.label.true === isTrue,
  );
  return (own.filter(({ flagged }) => flagged[reader]).length / own.length) * 100;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`;
}

function target(what: string, value: number, bound: number, kind: 'most' | 'fewest'): void {
  const isMet = kind === 'most' ? value <= bound : value >= bound;
  console.warn(
    `${what.padEnd(44)} ${value.toFixed(1).padStart(6)} %  (at ${kind} ${String(bound)} %)${isMet ? '' : '  MISSED'}`,
  );
  if (!isMet) process.exitCode = 1;
}

function reportChecks(outcomes: readonly Outcome[]): void {
  console.warn('\ncheck | flags | right');
  for (const { name } of CHECKS) {
    const hits = outcomes.filter(({ examined }) => examined.contradiction?.check === name);
    const right = hits.filter(({ label }) => !label.true).length;
    console.warn(`${name} | ${String(hits.length)} | ${percent(right, hits.length)}`);
    if (hits.length >= ENOUGH_HITS && right / hits.length < CHECK_PRECISION / 100) process.exitCode = 1;
  }
}

function print({ document, model, label, examined, flagged }: Outcome): void {
  const isWrong = READERS.filter((reader) => flagged[reader] === label.true && reader !== 'erring');
  if (isWrong.length === 0 && !(examined.contradiction !== undefined)) return;
  const { contradiction, stated } = examined;
  const why =
    contradiction === undefined
      ? ''
      : ` [${contradiction.check}: ${contradiction.stated} ≠ ${contradiction.found ?? '–'}]`;
  console.warn(
    `${isWrong.length === 0 ? 'right' : label.true ? 'TRUE flagged' : 'FALSE passed'} (${isWrong.join(', ')}) ${document} ${model} ${label.path}${examined.wordForWord ? ' word for word' : ''}: ${stated.text}${why}`,
  );
}

await main();
