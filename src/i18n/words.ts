import { en, type Messages } from './en';
import type { InterfaceLanguage } from './language';
import { zhCn } from './zh-cn';

/**
 * Each function returns all texts of one language. The build replaces this module by one that contains the
 * texts as JSON and parses a language at the first call (`build/packed-words.mjs`), because the app compiles
 * all code at every start.
 */
export const words: Readonly<Record<InterfaceLanguage, () => Messages>> = {
  en: () => en,
  zh: () => zhCn,
};
