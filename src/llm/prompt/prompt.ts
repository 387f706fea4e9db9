import type { ChatImage } from './chat-image';
import { fenced } from './fenced';
import { languageFor, languageLine } from './language';
import type { DraftRequest } from '../model';
import type { Random } from '../ports';
import { PROMPT_TEXTS, type PromptLanguage, type PromptTexts } from './prompt-texts';

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
  /** Pictures that the words are about; only the user shows any. */
  readonly images?: readonly ChatImage[];
}

const MAX_INSTRUCTIONS = 20_000;
/** Enough of a wrong answer to see what was wrong with it; the whole could overflow the context. */
const MAX_REPEATED_ANSWER = 8_000;

/**
 * The messages of one call. The first is the same for every document (prompt caches keep it); the document comes last
 * but for one closing sentence, between two lines with a mark that cannot be guessed and does not occur in it.
 */
export function digestMessages(request: DraftRequest, random: Random): readonly ChatMessage[] {
  const texts = PROMPT_TEXTS[promptLanguage(request)];
  const user = [
    userInstructions(request.instructions, texts),
    languageLine(request.outputLanguage, texts),
    ...(request.part === undefined
      ? []
      : [texts.part.replace('{number}', String(request.part.number)).replace('{of}', String(request.part.of))]),
    ...fenced(request.lines, texts.opening, random),
    texts.closing,
  ].join('\n');
  return [{ role: 'system', content: texts.system }, { role: 'user', content: user }];
}

/** What is sent around the lines of a part, for estimates; in the longer of the languages it may be in. */
export function promptAround(asked: Pick<DraftRequest, 'instructions' | 'outputLanguage'>): string {
  const texts = PROMPT_TEXTS.en;
  const wishes = [userInstructions(asked.instructions, texts), languageLine(asked.outputLanguage, texts)];
  return [texts.system, ...wishes, texts.part, texts.opening, texts.closing].join('\n');
}

/** The same call once more, with the answer that did not fit and what was wrong with it. */
export function repairMessages(
  messages: readonly ChatMessage[],
  answer: string,
  problem: string,
  language: PromptLanguage,
): readonly ChatMessage[] {
  const said = answer.trim() === '' ? '{}' : answer.slice(0, MAX_REPEATED_ANSWER);
  return [
    ...messages,
    { role: 'assistant', content: said },
    { role: 'user', content: PROMPT_TEXTS[language].repair.replace('{problem}', () => problem) },
  ];
}

/** The language the instructions are in: the one to write in, where it is one of ours, else the document's. */
export function promptLanguage(request: Pick<DraftRequest, 'lines' | 'outputLanguage'>): PromptLanguage {
  return languageFor(request.lines, request.outputLanguage);
}

function userInstructions(instructions: string, texts: PromptTexts): string {
  const own = instructions.trim().slice(0, MAX_INSTRUCTIONS);
  return own === '' ? texts.instructions : own;
}
