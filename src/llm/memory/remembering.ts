import { sha256 } from '../../hash';
import type { AnswerMemory } from './answer-memory';
import { DRAFT_JSON_SCHEMA } from '../answer/draft-schema';
import type { Endpoint } from '../endpoint';
import type { DraftRequest, LanguageModel } from '../model';
import { promptLanguage } from '../prompt/prompt';
import { PROMPT_TEXTS } from '../prompt/prompt-texts';

/**
 * A model that asks nothing it has an answer to. Answers are known by everything that decides them: the endpoint and
 * model, the words of the prompt, the user's instructions, and the part of the document. `release` forgets the answers
 * this very object gave.
 */
export function remembering(model: LanguageModel, endpoint: Pick<Endpoint, 'baseUrl' | 'model'>, memory: AnswerMemory): LanguageModel {
  const used = new Set<string>();
  return {
    ...model,
    draft: async (request, signal, onWords) => {
      const key = await keyOf(endpoint, request);
      used.add(key);
      return memory.answer(key, signal, () => model.draft(request, signal, onWords));
    },
    release: async () => {
      await memory.forget([...used]);
      used.clear();
    },
  };
}

/** The texts themselves stand for their version: a prompt that changes by a word has other answers. */
function keyOf({ baseUrl, model }: Pick<Endpoint, 'baseUrl' | 'model'>, request: DraftRequest): Promise<string> {
  const { lines, instructions, outputLanguage, part } = request;
  const prompt = [PROMPT_TEXTS[promptLanguage(request)], DRAFT_JSON_SCHEMA];
  const decides = [baseUrl.trim(), model.trim(), ...prompt, instructions, outputLanguage, part ?? null, lines];
  return sha256(new TextEncoder().encode(JSON.stringify(decides)));
}
