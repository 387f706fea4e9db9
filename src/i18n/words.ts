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

/**
 * Must be called first. In the replacement, this function unpacks the texts; here, there is nothing to
 * unpack.
 */
export function loadWords(): Promise<void> {
  return Promise.resolve();
}
