import type { ChatImage } from './chat-image';
import { fenced } from './fenced';
import { languageFor, languageLine, MARKS_LINE } from './language';
import type { DraftRequest, DraftWishes } from '../model';
import type { Random } from '../ports';
import { PROMPT_TEXTS, type PromptLanguage, type PromptTexts } from './prompt-texts';

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
  /** The images that belong to the content. Only user messages have images. */
  readonly images?: readonly ChatImage[];
}

const MAX_INSTRUCTIONS = 20_000;
/**
 * Characters of an invalid answer that are sent back. They are enough to show the problem; the whole answer
 * could exceed the context.
 */
const MAX_REPEATED_ANSWER = 8_000;

/**
 * Returns the messages that request a draft. The first one is the same for every document, so that endpoints
 * can cache it. The document comes at the end; only one closing sentence follows it. It is between two lines
 * with a random mark. The mark does not occur in the document.
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
 * Returns the text that is sent in addition to the lines of a part, for estimates. It is in English, because
 * the English prompt is longer than the Chinese one.
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

/**
 * Returns the messages that request a repaired answer: the original messages, the invalid answer and its
 * problem.
 */
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

/**
 * Returns the language of the prompt: the output language if there are prompts in it, otherwise the
 * document's language.
 */
export function promptLanguage(request: Pick<DraftRequest, 'lines' | 'outputLanguage'>): PromptLanguage {
  return languageFor(request.lines, request.outputLanguage);
}

/** Returns the lines for the user's own fields and tags; none when the user has neither. */
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
