import type { App } from 'obsidian';
import { format, type Messages } from '../i18n/messages';
import { confirmed } from './confirmed';
import { estimateText } from './estimate-text';

/** Asks whether the offline engine's notes are worth the model's tokens. */
export function askToComplete(
  app: App,
  { completion: words }: Messages,
  { sizes, model }: { readonly sizes: readonly number[]; readonly model: string },
): Promise<boolean> {
  return confirmed(app, { title: words.title, agree: words.complete, decline: words.later }, (content) => {
    content.createEl('p', { text: format(words.question, { count: sizes.length, model }) });
    content.createEl('p', { text: estimateText(words.estimate, sizes) });
  });
}
