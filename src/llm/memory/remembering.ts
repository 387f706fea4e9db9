import { sha256 } from '../../hash';
import type { AnswerMemory } from './answer-memory';
import { CORRECTIONS_JSON_SCHEMA } from '../answer/corrections';
import { draftJsonSchema } from '../answer/draft-schema';
import { VERDICTS_JSON_SCHEMA } from '../answer/verdicts';
import { answerSourceKey, type AnswerSource } from '../endpoint';
import type { CheckingModel, CorrectionAnswer, DraftRequest, ReadingAnswer, ReadingRequest } from '../model';
import { promptLanguage } from '../prompt/prompt';
import { PROMPT_TEXTS } from '../prompt/prompt-texts';
import { readingLanguage } from '../prompt/reading-prompt';
import { READING_TEXTS, type ReadingTask } from '../prompt/reading-texts';

/**
 * Wraps a model so that it caches answers. The key of an answer is a hash of the endpoint, the model, the
 * prompt and the texts in the request. `release` deletes only the answers that the returned model has used.
 */
export function remembering(
  model: CheckingModel,
  endpoint: AnswerSource,
  memory: AnswerMemory,
): CheckingModel {
  const used = new Set<string>();
  const tracked = async (key: Promise<string>): Promise<string> => {
    const resolved = await key;
    used.add(resolved);
    return resolved;
  };
  return {
    ...model,
    draft: async (request, signal, onWords) => {
      const key = await tracked(draftKey(endpoint, request));
      return memory.drafts.answer(key, signal, () => model.draft(request, signal, onWords));
    },
    read: async (request, signal) => {
      const key = await tracked(readingKey('reading', endpoint, request));
      const send = (): Promise<ReadingAnswer> => model.read(request, signal);
      const { verdicts, ...tokens } = await memory.readings.answer(key, signal, send);
      return { verdicts: validItems(request, verdicts), ...tokens };
    },
    correct: async (request, signal) => {
      const key = await tracked(readingKey('correction', endpoint, request));
      const send = (): Promise<CorrectionAnswer> => model.correct(request, signal);
      const { corrections, ...tokens } = await memory.corrections.answer(key, signal, send);
      return { corrections: validItems(request, corrections), ...tokens };
    },
    release: async () => {
      await memory.forget([...used]);
      used.clear();
    },
  };
}

/** Drops duplicates and unknown statement numbers, because the cached data may have been altered. */
function validItems<Item extends { readonly n: number }>(
  { count }: ReadingRequest,
  items: readonly Item[],
): readonly Item[] {
  const byNumber = new Map(items.map((item) => [item.n, item]));
  return [...byNumber.values()].filter(({ n }) => n <= count);
}

/**
 * The key does not contain the user's tags. They change with every note, so a key with tags would never be
 * found again.
 */
function draftKey(endpoint: AnswerSource, request: DraftRequest): Promise<string> {
  const { lines, instructions, outputLanguage, part, fields = [] } = request;
  const prompt = [PROMPT_TEXTS[promptLanguage(request)], draftJsonSchema(fields), ...fields];
  return keyOf([...answerSourceKey(endpoint), ...prompt, instructions, outputLanguage, part ?? null, lines]);
}

const SCHEMAS = { reading: VERDICTS_JSON_SCHEMA, correction: CORRECTIONS_JSON_SCHEMA } as const;

function readingKey(task: ReadingTask, endpoint: AnswerSource, reading: ReadingRequest): Promise<string> {
  const { text, count, outputLanguage } = reading;
  const prompt = [READING_TEXTS[task][readingLanguage(reading)], SCHEMAS[task]];
  return keyOf([task, ...answerSourceKey(endpoint), ...prompt, outputLanguage, count, text]);
}

function keyOf(inputs: readonly unknown[]): Promise<string> {
  return sha256(new TextEncoder().encode(JSON.stringify(inputs)));
}
