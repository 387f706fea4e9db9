import type { App } from 'obsidian';
import { format, type Messages } from '../i18n/messages';
import { confirmed } from './confirmed';
import { estimateText } from './estimate-text';

export interface CompletionQuestion {
  /** The size of each PDF, in bytes. */
  readonly sizes: readonly number[];
  readonly model: string;
  /** True when statements are read a second time. */
  readonly readsTwice: boolean;
}

/** Asks the user whether a model should write new digests for the offline engine's notes. */
export function askToComplete(
  app: App,
  { completion: words }: Messages,
  { sizes, model, readsTwice }: CompletionQuestion,
): Promise<boolean> {
  return confirmed(app, { title: words.title, agree: words.complete, decline: words.later }, (content) => {
    content.createEl('p', { text: format(words.question, { count: sizes.length, model }) });
    content.createEl('p', { text: estimateText(words.estimate, sizes, readsTwice) });
  });
}
