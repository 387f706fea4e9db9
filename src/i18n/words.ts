import { en, type Messages } from './en';
import { zhCn } from './zh-cn';

/**
 * Every word in each language. In `main.js` they travel as text that is read when a language is asked for
 * (`build/packed-words.mjs`): the app compiles the rest of the file at every start.
 */
export const words: Readonly<Record<'en' | 'zh', () => Messages>> = {
  en: () => en,
  zh: () => zhCn,
};
