import type { ChatImage } from './chat-image';
import type { DraftRequest } from '../model';
import type { Random } from '../ports';
import { PROMPT_TEXTS, type PromptLanguage, type PromptTexts } from './prompt-texts';

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
  /** Pictures that the words are about; only the user shows any. */
  readonly images?: readonly ChatImage[];
}

/** A setting is a few words; a longer one is no language. */
const MAX_LANGUAGE_NAME = 60;
const MAX_INSTRUCTIONS = 20_000;
/** Enough of a wrong answer to see what was wrong with it; the whole could overflow the context. */
const MAX_REPEATED_ANSWER = 8_000;
/** Share of Han among letters from which a document counts as Chinese. */
const CHINESE_SHARE = 0.2;
/** How much of the document decides its language. */
const LANGUAGE_SAMPLE = 20_000;

/**
 * The messages of one call. The first is the same for every document (prompt caches keep it); the document comes last
 * but for one closing sentence, between two lines with a mark that cannot be guessed and does not occur in it.
 */
export function digestMessages(request: DraftRequest, random: Random): readonly ChatMessage[] {
  const texts = PROMPT_TEXTS[promptLanguage(request)];
  const mark = documentMark(request.lines, random);
  const fence = `-----${mark}-----`;
  const user = [
    userInstructions(request.instructions, texts),
    languageLine(request.outputLanguage, texts),
    ...(request.part === undefined
      ? []
      : [texts.part.replace('{number}', String(request.part.number)).replace('{of}', String(request.part.of))]),
    texts.opening.replace('{mark}', mark),
    fence,
    request.lines,
    fence,
    texts.closing,
  ].join('\n');
  return [{ role: 'system', content: texts.system }, { role: 'user', content: user }];
}

/** What is sent around the lines of a part, for estimates; in the longer of the languages it may be in. */
export function promptAround({ instructions, outputLanguage }: Pick<DraftRequest, 'instructions' | 'outputLanguage'>): string {
  const texts = PROMPT_TEXTS.en;
  return [texts.system, userInstructions(instructions, texts), languageLine(outputLanguage, texts), texts.part, texts.opening, texts.closing].join('\n');
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
  const wanted = request.outputLanguage.trim().toLowerCase();
  if (wanted !== '' && wanted !== 'auto') return /^zh\b|中文|汉语|漢語|chinese/.test(wanted) ? 'zh' : 'en';
  const sample = request.lines.slice(0, LANGUAGE_SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  const kana = sample.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return letters > 0 && han / letters > CHINESE_SHARE && kana < han / 10 ? 'zh' : 'en';
}

function userInstructions(instructions: string, texts: PromptTexts): string {
  const own = instructions.trim().slice(0, MAX_INSTRUCTIONS);
  return own === '' ? texts.instructions : own;
}

function languageLine(outputLanguage: string, texts: PromptTexts): string {
  const wanted = outputLanguage.replace(/\s+/g, ' ').trim().slice(0, MAX_LANGUAGE_NAME);
  if (wanted === '' || wanted === 'auto') return texts.documentLanguage;
  return texts.givenLanguage.replace('{language}', () => wanted);
}

/** 16 random letters and digits that do not stand in the document. */
function documentMark(lines: string, random: Random): string {
  const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';
  for (;;) {
    const mark = Array.from({ length: 16 }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');
    if (!lines.includes(mark)) return mark;
  }
}
