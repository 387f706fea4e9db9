import type { App } from 'obsidian';
import { format, type Messages } from '../i18n/messages';
import type { CostQuestion } from '../pipeline/approve';
import { confirmed } from './confirmed';

/**
 * Shows the estimated cost of a document, and asks whether to digest it. Resolves to false when `signal` is
 * aborted.
 */
export function askCost(
  app: App,
  messages: Messages,
  question: CostQuestion,
  signal: AbortSignal,
): Promise<boolean> {
  const words = messages.cost;
  const rows = [
    format(words.pages, { pages: question.pages.toLocaleString() }),
    format(words.calls, { parts: question.parts, calls: question.calls }),
    format(words.tokens, { tokens: question.tokens.toLocaleString() }),
    ...readingRow(question, words),
  ];
  const show = (content: HTMLElement): void => {
    content.createEl('p', { text: format(words.question, { name: question.name }) });
    const list = content.createEl('ul');
    for (const text of rows) list.createEl('li', { text });
  };
  return confirmed(app, { title: words.title, agree: words.goOn, decline: words.cancel }, show, signal);
}

function readingRow({ reading }: CostQuestion, words: Messages['cost']): readonly string[] {
  const tokens = reading?.tokens ?? 0;
  return tokens === 0 ? [] : [format(words.reading, { tokens: tokens.toLocaleString() })];
}
