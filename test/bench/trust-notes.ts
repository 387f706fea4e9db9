/**
 * Measures whether the properties of notes are correct: `npm run bench:facts -- DIR [-v]`. DIR has recorded
 * answers of models, and a label (true or false) for each statement (see `trust.ts`). A note is made from
 * each answer. A simulated model does the second reading: it rejects exactly the facts that are labelled as
 * false. The properties in the note's YAML are then compared with the true facts. `-v` also prints each
 * note's properties and the result for each true fact. Exits with 1 when a property is wrong, missing or has
 * the wrong type.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Digest, Fact } from '../../src/digest/digest';
import { digestDocument } from '../../src/digest/digest-document';
import { Examiner, statedIn, type Examined } from '../../src/digest/examine';
import { factProperties } from '../../src/digest/fact-properties';
import { fieldsOf, fieldTypes, type FieldName } from '../../src/digest/fields';
import { Source } from '../../src/digest/passages/source';
import { messagesFor } from '../../src/i18n/messages';
import { readAnswer } from '../../src/llm/answer/answer';
import type { Draft } from '../../src/llm/draft';
import type { LanguageModel } from '../../src/llm/model';
import { noteParts, wholeNote } from '../../src/note/render';
import type { Sentence } from '../../src/text/sentence';
import { estimateTokens } from '../../src/text/tokens';
import { labelsOf, sentencesOf } from './trust-data';

const verbose = process.argv.includes('-v');

/** The possible results. The first four are for a property of a note, the others for a true fact. */
const RESULTS = {
  right: 'properties with the value that the true facts give',
  wrong: 'properties with another value',
  absent: 'properties that the true facts give and the note lacks',
  untyped: 'properties whose YAML value does not have their type',
  standing: 'true facts whose value is in a property',
  doubted: 'true facts that are listed under "To be verified"',
  other: 'true facts whose property has the value of another true fact',
  without: 'true facts from which no property can be made',
} as const;
type Result = keyof typeof RESULTS;

const counts = Object.fromEntries(Object.keys(RESULTS).map((result) => [result, 0])) as Record<
  Result,
  number
>;

function count(result: Result, text: string): void {
  counts[result] += 1;
  if (verbose) console.warn(`  ${result.padEnd(8)} ${text}`);
}

function isTyped(name: FieldName, value: unknown): boolean {
  switch (fieldTypes[name]) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
    case 'list':
      return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === 'string');
    case 'text':
      return typeof value === 'string' && value !== '';
  }
}

/**
 * Returns whether `whole`, the value of a property, contains `own`, the value of one fact. A property can
 * have the values of several facts.
 */
function isIn(own: unknown, whole: unknown): boolean {
  const all: readonly unknown[] = [whole].flat();
  return [own].flat().every((each) => all.includes(each));
}

async function main(): Promise<void> {
  const folder = process.argv.slice(2).find((argument) => !argument.startsWith('-'));
  if (folder === undefined) throw new Error('usage: npm run bench:facts -- DIR [-v]');
  let notes = 0;
  for (const { name } of (await readdir(folder, { withFileTypes: true })).filter((one) => one.isDirectory()))
    for (const model of ['strong', 'weak']) {
      await measure(join(folder, name), model);
      notes += 1;
    }
  console.warn(`notes: ${String(notes)}`);
  for (const [result, text] of Object.entries(RESULTS))
    console.warn(`${text}: ${String(counts[result as Result])}`);
  if (counts.wrong + counts.absent + counts.untyped > 0) process.exitCode = 1;
}

async function measure(folder: string, model: string): Promise<void> {
  const sentences = sentencesOf(await readFile(join(folder, 'lines.txt'), 'utf8'));
  const read = readAnswer(await readFile(join(folder, `${model}.answer.txt`), 'utf8'));
  if (!('draft' in read)) throw new Error(`${folder}, ${model}: ${read.problem}`);
  const examiner = new Examiner(new Source(sentences));
  const examined = statedIn(read.draft).map((stated) => examiner.examine(stated));
  const labels = await labelsOf(join(folder, `${model}.labels.json`), examined);
  const labelled = examined.flatMap((each): { readonly fact: Fact; readonly isTrue: boolean }[] => {
    const fact = factOf(each);
    const label = labels.get(each);
    return fact === undefined || label === undefined ? [] : [{ fact, isTrue: label.true }];
  });
  const falseTexts = new Set(labelled.filter(({ isTrue }) => !isTrue).map(({ fact }) => textOf(fact)));
  const { digest } = await digestDocument(
    { sentences, pageCount: sentences.at(-1)?.page ?? 1, notRead: [] },
    replaying(read.draft, falseTexts),
    {
      outputLanguage: 'auto',
      instructions: '',
      estimateTokens: (text) => estimateTokens(text),
      signal: new AbortController().signal,
    },
  );
  const { documentType: kind, language, facts } = digest;
  const whole = { ...digest, properties: factProperties(facts, language, kind) };
  const properties = propertiesOf(whole, sentences);
  if (verbose) console.warn(`${folder} ${model}: ${kind}, ${language}`);
  const trueFacts = labelled.flatMap(({ fact, isTrue }) => (isTrue ? [fact] : []));
  const expected: Readonly<Record<string, unknown>> = factProperties(trueFacts, language, kind);
  for (const name of fieldsOf(kind)) {
    const [value, wanted] = [properties[name], expected[name]];
    const shown = `${name} ${JSON.stringify(value)}`;
    if (value !== undefined && !isTyped(name, value)) count('untyped', shown);
    if (JSON.stringify(value) === JSON.stringify(wanted)) {
      if (value !== undefined) count('right', shown);
    } else if (value === undefined) count('absent', `${name} ${JSON.stringify(wanted)}`);
    else count('wrong', `${shown} instead of ${JSON.stringify(wanted)}`);
  }
  for (const fact of trueFacts) {
    const own: Readonly<Record<string, unknown>> = factProperties([fact], language, kind);
    const text = `${textOf(fact)} [${Object.keys(own).join(', ')}]`;
    if (!facts.some((one) => textOf(one) === textOf(fact))) count('doubted', text);
    else if (Object.keys(own).length === 0) count('without', text);
    else {
      const isStanding = Object.entries(own).some(
        ([name, value]) => name !== 'pdf_currency' && isIn(value, properties[name]),
      );
      count(isStanding ? 'standing' : 'other', text);
    }
  }
}

function factOf({ stated }: Examined): Fact | undefined {
  const { fact } = stated;
  return fact === undefined ? undefined : { ...fact, text: stated.text, citations: [] };
}

function textOf({ name, value }: Pick<Fact, 'name' | 'value'>): string {
  return `${name}: ${value}`;
}

/**
 * Returns a model that gives a recorded answer. In the second reading, it rejects only the statements in
 * `falseTexts`.
 */
function replaying(draft: Draft, falseTexts: ReadonlySet<string>): LanguageModel {
  return {
    name: 'replayed',
    limits: { contextTokens: 1_000_000, maxOutputTokens: 100_000, concurrency: 1 },
    draft: () => Promise.resolve({ draft }),
    correct: () => Promise.resolve({ corrections: [] }),
    read: ({ text }) =>
      Promise.resolve({
        verdicts: [...text.matchAll(/^(\d+)\. (?:\(\w+\) )?(.*)$/gm)].map(([, number, statement = '']) => ({
          n: Number(number),
          supported: falseTexts.has(statement) ? ('no' as const) : ('yes' as const),
          why: '',
        })),
      }),
  };
}

function propertiesOf(digest: Digest, sentences: readonly Sentence[]): Readonly<Record<string, unknown>> {
  const { properties, body } = noteParts(
    {
      digest,
      created: new Date(0),
      pdfName: 'a.pdf',
      sha256: '0'.repeat(64),
      state: 'complete',
      pageCount: sentences.at(-1)?.page ?? 1,
      notRead: [],
      archive: [],
    },
    { tags: [], taskFormat: 'plain', archive: 'none', archiveLimit: 0, factProperties: true },
    messagesFor('en'),
    { link: (subpath) => `[[a.pdf${subpath}]]` },
  );
  const note = wholeNote(stringify(properties), body);
  return parse(/^---\n([\s\S]*?)\n---\n/.exec(note)?.[1] ?? '') as Record<string, unknown>;
}

await main();
