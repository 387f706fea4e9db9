import { ConfirmationModal, type App } from 'obsidian';
import { format, type Messages } from '../i18n/messages';
import type { AskCost } from '../pipeline/approve';

/** Shows what a document is going to take and asks whether it is worth it. Escape and Cancel mean no. */
export function costModal(app: App, messages: Messages): AskCost {
  const words = messages.cost;
  return (question, signal) =>
    new Promise((resolve) => {
      let agreed = false;
      const modal = new ConfirmationModal(app);
      const close = (): void => modal.close();
      signal.addEventListener('abort', close);
      modal.setTitle(words.title);
      modal.contentEl.createEl('p', { text: format(words.question, { name: question.name }) });
      const list = modal.contentEl.createEl('ul');
      const rows = [
        format(words.pages, { pages: question.pages.toLocaleString() }),
        format(words.calls, { parts: question.parts, calls: question.calls }),
        format(words.tokens, { tokens: question.tokens.toLocaleString() }),
      ];
      for (const text of rows) list.createEl('li', { text });
      modal.addButton((button) =>
        button
          .setButtonText(words.goOn)
          .setCta()
          .onClick(() => {
            agreed = true;
          }),
      );
      modal.addCancelButton(words.cancel);
      modal.setCloseCallback(() => {
        signal.removeEventListener('abort', close);
        resolve(agreed && !signal.aborted);
      });
      modal.open();
    });
}
