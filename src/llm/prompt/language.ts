import type { PromptLanguage } from './built-in-instructions';

/** Maximum length of the name of the answer's language in a prompt, in UTF-16 units. */
const MAX_LANGUAGE_NAME = 60;
/** A text is Chinese when more than this share of its letters are Han characters. */
const CHINESE_SHARE = 0.2;
/** How many UTF-16 units of a text are examined to find its language. */
const LANGUAGE_SAMPLE = 20_000;

/** The sentences that set the language of the answer. */
export interface LanguageTexts {
  /** The sentence for `auto`. */
  readonly documentLanguage: string;
  /** The sentence for a given language. `{language}` is replaced. */
  readonly givenLanguage: string;
}

/**
 * Returns the language of the prompt: Chinese if the answer is to be Chinese (for `auto`: if the text is
 * Chinese), otherwise English.
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

/** The sentence about the marks that replace values, in each language of prompts. */
export const MARKS_LINE: Readonly<Record<PromptLanguage, string>> = {
  en: 'Marks such as [PHONE_1] or [NAME_2] stand for values that are left out. Copy each of them unchanged.',
  zh: '[PHONE_1]、[NAME_2] 这样的记号代替了未给出的内容，请原样照抄，不要翻译或改动。',
};

/** Returns the sentence that sets the language of the answer. */
export function languageLine(outputLanguage: string, texts: LanguageTexts): string {
  const wanted = outputLanguage.replace(/\s+/g, ' ').trim().slice(0, MAX_LANGUAGE_NAME);
  if (wanted === '' || wanted === 'auto') return texts.documentLanguage;
  return texts.givenLanguage.replace('{language}', () => wanted);
}
