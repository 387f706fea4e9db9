import type { ChatImage } from './chat-image';
import { fenced } from './fenced';
import { languageFor, languageLine } from './language';
import type { DraftRequest } from '../model';
import type { Random } from '../ports';
import { PROMPT_TEXTS, type PromptLanguage, type PromptTexts } from './prompt-texts';

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
  /** Images that the content refers to. Only user messages have images. */
  readonly images?: readonly ChatImage[];
}

const MAX_INSTRUCTIONS = 20_000;
/**
 * Characters of an invalid answer that are sent back: enough to show the problem, but not the whole answer,
 * which could exceed the context.
 */
const MAX_REPEATED_ANSWER = 8_000;

/**
 * The messages that request a draft. The first is the same for every document, so that endpoints can cache
 * it. The document comes last except for one closing sentence, between two lines with a random mark that the
 * document does not contain.
 */
export function digestMessages(request: DraftRequest, random: Random): readonly ChatMessage[] {
  const texts = PROMPT_TEXTS[promptLanguage(request)];
  const user = [
    userInstructions(request.instructions, texts),
    languageLine(request.outputLanguage, texts),
    ...(request.part === undefined
      ? []
      : [
          texts.part
            .replace('{number}', String(request.part.number))
            .replace('{of}', String(request.part.of)),
        ]),
    ...fenced(request.lines, texts.opening, random),
    texts.closing,
  ].join('\n');
  return [
    { role: 'system', content: texts.system },
    { role: 'user', content: user },
  ];
}

/**
 * The text that is sent in addition to the lines of a part, for estimates. It is in English, the longer of
 * the two languages.
 */
export function promptAround(options: Pick<DraftRequest, 'instructions' | 'outputLanguage'>): string {
  const texts = PROMPT_TEXTS.en;
  const instructions = [
    userInstructions(options.instructions, texts),
    languageLine(options.outputLanguage, texts),
  ];
  return [texts.system, ...instructions, texts.part, texts.opening, texts.closing].join('\n');
}

/** The messages that request a repaired answer: the original ones, the invalid answer and its problem. */
export function repairMessages(
  messages: readonly ChatMessage[],
  answer: string,
  problem: string,
  language: PromptLanguage,
): readonly ChatMessage[] {
  const previous = answer.trim() === '' ? '{}' : answer.slice(0, MAX_REPEATED_ANSWER);
  return [
    ...messages,
    { role: 'assistant', content: previous },
    { role: 'user', content: PROMPT_TEXTS[language].repair.replace('{problem}', () => problem) },
  ];
}

/** The language of the prompt: the output language if we have prompts in it, otherwise the document's. */
export function promptLanguage(request: Pick<DraftRequest, 'lines' | 'outputLanguage'>): PromptLanguage {
  return languageFor(request.lines, request.outputLanguage);
}

function userInstructions(instructions: string, texts: PromptTexts): string {
  const own = instructions.trim().slice(0, MAX_INSTRUCTIONS);
  return own === '' ? texts.instructions : own;
}
