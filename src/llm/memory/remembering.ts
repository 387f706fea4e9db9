import { sha256 } from '../../hash';
import type { AnswerMemory } from './answer-memory';
import { CORRECTIONS_JSON_SCHEMA } from '../answer/corrections';
import { DRAFT_JSON_SCHEMA } from '../answer/draft-schema';
import { VERDICTS_JSON_SCHEMA } from '../answer/verdicts';
import type { Endpoint } from '../endpoint';
import type { CheckingModel, CorrectionAnswer, DraftRequest, ReadingAnswer, ReadingRequest } from '../model';
import { promptLanguage } from '../prompt/prompt';
import { PROMPT_TEXTS } from '../prompt/prompt-texts';
import { readingLanguage } from '../prompt/reading-prompt';
import { READING_TEXTS, type ReadingTask } from '../prompt/reading-texts';

type Address = Pick<Endpoint, 'baseUrl' | 'model'>;

/**
 * A model that asks nothing it has an answer to. Answers are known by everything that decides them: the
 * endpoint and model, the words of the prompt, the user's instructions, and the part of the document or the
 * statements with their passages. `release` forgets the answers this very object gave.
 */
export function remembering(model: CheckingModel, endpoint: Address, memory: AnswerMemory): CheckingModel {
  const used = new Set<string>();
  const remembered = async (key: Promise<string>): Promise<string> => {
    const known = await key;
    used.add(known);
    return known;
  };
  return {
    ...model,
    draft: async (request, signal, onWords) => {
      const key = await remembered(draftKey(endpoint, request));
      return memory.drafts.answer(key, signal, () => model.draft(request, signal, onWords));
    },
    read: async (request, signal) => {
      const key = await remembered(readingKey('reading', endpoint, request));
      const ask = (): Promise<ReadingAnswer> => model.read(request, signal);
      const { verdicts, ...tokens } = await memory.readings.answer(key, signal, ask);
      return { verdicts: about(request, verdicts), ...tokens };
    },
    correct: async (request, signal) => {
      const key = await remembered(readingKey('correction', endpoint, request));
      const ask = (): Promise<CorrectionAnswer> => model.correct(request, signal);
      const { corrections, ...tokens } = await memory.corrections.answer(key, signal, ask);
      return { corrections: about(request, corrections), ...tokens };
    },
    release: async () => {
      await memory.forget([...used]);
      used.clear();
    },
  };
}

/**
 * What was stored may have been changed: it says nothing of statements that do not exist, and nothing twice.
 */
function about<Item extends { readonly n: number }>(
  { count }: ReadingRequest,
  items: readonly Item[],
): readonly Item[] {
  const byNumber = new Map(items.map((item) => [item.n, item]));
  return [...byNumber.values()].filter(({ n }) => n <= count);
}

/** The texts themselves stand for their version: a prompt that changes by a word has other answers. */
function draftKey({ baseUrl, model }: Address, request: DraftRequest): Promise<string> {
  const { lines, instructions, outputLanguage, part } = request;
  const prompt = [PROMPT_TEXTS[promptLanguage(request)], DRAFT_JSON_SCHEMA];
  return keyOf([baseUrl.trim(), model.trim(), ...prompt, instructions, outputLanguage, part ?? null, lines]);
}

const SCHEMAS = { reading: VERDICTS_JSON_SCHEMA, correction: CORRECTIONS_JSON_SCHEMA } as const;

function readingKey(task: ReadingTask, { baseUrl, model }: Address, asked: ReadingRequest): Promise<string> {
  const { text, count, outputLanguage } = asked;
  const prompt = [READING_TEXTS[task][readingLanguage(asked)], SCHEMAS[task]];
  return keyOf([task, baseUrl.trim(), model.trim(), ...prompt, outputLanguage, count, text]);
}

function keyOf(decides: readonly unknown[]): Promise<string> {
  return sha256(new TextEncoder().encode(JSON.stringify(decides)));
}
