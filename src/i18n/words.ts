import { en, type Messages } from './en';
import type { InterfaceLanguage } from './language';
import { zhCn } from './zh-cn';

/**
 * Each function returns all texts of one language. Call it only after the promise of {@link loadWords} has
 * resolved.
 *
 * The app reads and compiles all of `main.js` at every start, so the build replaces this module
 * (`build/packed-words.mjs`): the replacement contains the texts as one compressed file.
 */
export const words: Readonly<Record<InterfaceLanguage, () => Messages>> = {
  en: () => en,
  zh: () => zhCn,
};

/** Unpacks the texts of all languages. */
export function loadWords(): Promise<void> {
  return Promise.resolve();
}
