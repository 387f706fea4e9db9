import type { PromptLanguage } from './built-in-instructions';

/** A setting is a few words; a longer one is no language. */
const MAX_LANGUAGE_NAME = 60;
/** Share of Han among letters from which a text counts as Chinese. */
const CHINESE_SHARE = 0.2;
/** How much of a text decides its language. */
const LANGUAGE_SAMPLE = 20_000;

/** The sentences of a prompt that name the language to write in. */
export interface LanguageTexts {
  /** For `auto`. */
  readonly documentLanguage: string;
  /** `{language}` is replaced. */
  readonly givenLanguage: string;
}

/** The language of a prompt: the one to write in, where it is one of ours, else that of the text. */
export function languageFor(text: string, outputLanguage: string): PromptLanguage {
  const wanted = outputLanguage.trim().toLowerCase();
  if (wanted !== '' && wanted !== 'auto') return /^zh\b|中文|汉语|漢語|chinese/.test(wanted) ? 'zh' : 'en';
  const sample = text.slice(0, LANGUAGE_SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  const kana = sample.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  return letters > 0 && han / letters > CHINESE_SHARE && kana < han / 10 ? 'zh' : 'en';
}

/** The sentence that tells the model which language to write in. */
export function languageLine(outputLanguage: string, texts: LanguageTexts): string {
  const wanted = outputLanguage.replace(/\s+/g, ' ').trim().slice(0, MAX_LANGUAGE_NAME);
  if (wanted === '' || wanted === 'auto') return texts.documentLanguage;
  return texts.givenLanguage.replace('{language}', () => wanted);
}
