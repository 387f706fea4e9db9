import type { App } from 'obsidian';
import type { Forgotten } from '../app/forget';
import { format, type Messages } from '../i18n/messages';
import { confirmed } from './confirmed';

/** Asks whether everything that the plugin keeps on this device should be removed. */
export function askToForget(app: App, { forget: words }: Messages): Promise<boolean> {
  const { title, agree, decline } = words;
  return confirmed(app, { title, agree, decline }, (content) => {
    for (const text of [words.removed, words.stays, words.after]) content.createEl('p', { text });
  });
}

/** Returns a message that says what was removed, or that the answers could not be removed. */
export function forgottenText({ forget: words }: Messages, { answers, ...others }: Forgotten): string {
  return answers === null ? words.failed : format(words.done, { answers, ...others });
}
