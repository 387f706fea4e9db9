import { en, type Messages } from './en';
import type { InterfaceLanguage } from './language';
import { zhCn } from './zh-cn';

/**
 * Each function returns all texts of one language. Call it only after the promise of {@link loadWords} has
 * resolved.
 *
 * The build replaces this module (`build/packed-words.mjs`). Otherwise the app would compile all texts at
 * every start. The replacement in `main.js` contains the texts in compressed form. The replacement in a
 * worker contains no texts: the worker gets the compressed texts from the main thread.
 */
export const words: Readonly<Record<InterfaceLanguage, () => Messages>> = {
  en: () => en,
  zh: () => zhCn,
};

/**
 * Unpacks the texts. Only the replacements of this module have something to unpack.
 * @param packed the result of {@link packedWords}; only a worker needs it
 */
export const loadWords: (packed?: string) => Promise<void> = () => Promise.resolve();

/** Returns the compressed texts, for the setup of a worker. Only the replacement in `main.js` has them. */
export function packedWords(): string {
  return '';
}
