import type { ChatImage } from './chat-image';
import { fenced } from './fenced';
import { languageFor, languageLine, MARKS_LINE } from './language';
import type { DraftRequest, DraftWishes } from '../model';
import type { Random } from '../ports';
import { PROMPT_TEXTS, type PromptLanguage, type PromptTexts } from './prompt-texts';

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
  /** Only user messages have images. */
  readonly images?: readonly ChatImage[];
}

const MAX_INSTRUCTIONS = 20_000;
/**
 * Maximum number of characters of an invalid answer that are sent back to the model. The whole answer could
 * exceed the context.
 */
const MAX_REPEATED_ANSWER = 8_000;

/**
 * Returns the messages that request a draft. The first message is the same for every document, so that
 * endpoints can cache it. The document comes at the end, between two lines with a random mark; only one
 * closing sentence follows it.
 */
export function digestMessages(request: DraftRequest, random: Random): readonly ChatMessage[] {
  const language = promptLanguage(request);
  const texts = PROMPT_TEXTS[language];
  const user = [
    userInstructions(request.instructions, texts),
    languageLine(request.outputLanguage, texts),
    ...(request.hasMarks === true ? [MARKS_LINE[language]] : []),
    ...userWishes(request, texts),
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
 * Returns the text of a request without the document, for estimates. It is in English, because the English
 * prompt is longer than the Chinese one, and an estimate must not be too low.
 */
export function promptAround(options: DraftWishes): string {
  const texts = PROMPT_TEXTS.en;
  const instructions = [
    userInstructions(options.instructions, texts),
    languageLine(options.outputLanguage, texts),
    ...userWishes(options, texts),
  ];
  return [texts.system, ...instructions, texts.part, texts.opening, texts.closing].join('\n');
}

/** Returns the messages that ask the model to repair an answer. */
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

/** See {@link languageFor}. */
export function promptLanguage(request: Pick<DraftRequest, 'lines' | 'outputLanguage'>): PromptLanguage {
  return languageFor(request.lines, request.outputLanguage);
}

function userWishes(
  { fields = [], knownTags = [] }: Pick<DraftWishes, 'fields' | 'knownTags'>,
  texts: PromptTexts,
): readonly string[] {
  const lines = fields.map(({ name, type, ask, kinds }) => {
    const only = kinds.length === 0 ? '' : texts.onlyIn.replace('{kinds}', kinds.join(', '));
    return `- ${JSON.stringify(name)} (${type}${only})${ask === '' ? '' : `: ${ask}`}`;
  });
  return [
    ...(lines.length === 0 ? [] : [texts.fields, ...lines]),
    ...(knownTags.length === 0 ? [] : [texts.knownTags.replace('{tags}', () => knownTags.join(', '))]),
  ];
}

function userInstructions(instructions: string, texts: PromptTexts): string {
  const own = instructions.trim().slice(0, MAX_INSTRUCTIONS);
  return own === '' ? texts.instructions : own;
}
