import { en, type Messages } from './en';
import type { InterfaceLanguage } from './language';
import { zhCn } from './zh-cn';

/**
 * Each function returns all texts of one language. The app compiles all code at every start, so the build
 * replaces this module (`build/packed-words.mjs`): the replacement contains the texts as JSON, and parses a
 * language at the first call.
 */
export const words: Readonly<Record<InterfaceLanguage, () => Messages>> = {
  en: () => en,
  zh: () => zhCn,
};
