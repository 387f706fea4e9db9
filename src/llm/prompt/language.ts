import type { PromptLanguage } from './built-in-instructions';

/** Longest name of a language from the settings that goes into a prompt, in characters. */
const MAX_LANGUAGE_NAME = 60;
/** Share of Han characters among the letters above which a text counts as Chinese. */
const CHINESE_SHARE = 0.2;
/** Length of the start of a text that decides its language, in UTF-16 units. */
const LANGUAGE_SAMPLE = 20_000;

/** The sentences of a prompt that set the language of the answer. */
export interface LanguageTexts {
  /** Used for `auto`. */
  readonly documentLanguage: string;
  /** `{language}` is replaced. */
  readonly givenLanguage: string;
}

/**
 * The language of a prompt: the output language if we have prompts in it, otherwise the language of the text.
 */
export function languageFor(text: string, outputLanguage: string): PromptLanguage {
  const wanted = outputLanguage.trim().toLowerCase();
  if (wanted !== '' && wanted !== 'auto') return /^zh\b|中文|汉语|漢語|chinese/.test(wanted) ? 'zh' : 'en';
  const sample = text.slice(0, LANGUAGE_SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  const kana = sample.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return letters > 0 && han / letters > CHINESE_SHARE && kana < han / 10 ? 'zh' : 'en';
}

/** The sentence that sets the language of the answer. */
export function languageLine(outputLanguage: string, texts: LanguageTexts): string {
  const wanted = outputLanguage.replace(/\s+/g, ' ').trim().slice(0, MAX_LANGUAGE_NAME);
  if (wanted === '' || wanted === 'auto') return texts.documentLanguage;
  return texts.givenLanguage.replace('{language}', () => wanted);
}
