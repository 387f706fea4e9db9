import { en, type Messages } from './en';
import { zhCn } from './zh-cn';

/**
 * Returns all words in a language. The build replaces this module by one that carries the words as JSON and
 * parses a language at its first call (`build/packed-words.mjs`), because the app compiles all code at every
 * start.
 */
export const words: Readonly<Record<'en' | 'zh', () => Messages>> = {
  en: () => en,
  zh: () => zhCn,
};
