import { ConfirmationModal, type App } from 'obsidian';
import { format, type Messages } from '../i18n/messages';
import { estimateText } from './estimate-text';

/** Asks whether the offline engine's notes are worth the model's tokens. Escape and the second button mean no. */
export function askToComplete(
  app: App,
  { completion: words }: Messages,
  { sizes, model }: { readonly sizes: readonly number[]; readonly model: string },
): Promise<boolean> {
  return new Promise((resolve) => {
    let agreed = false;
    const modal = new ConfirmationModal(app);
    modal.setTitle(words.title);
    modal.contentEl.createEl('p', { text: format(words.question, { count: sizes.length, model }) });
    modal.contentEl.createEl('p', { text: estimateText(words.estimate, sizes) });
    modal.addButton((button) =>
      button
        .setButtonText(words.complete)
        .setCta()
        .onClick(() => {
          agreed = true;
        }),
    );
    modal.addCancelButton(words.later);
    modal.setCloseCallback(() => resolve(agreed));
    modal.open();
  });
}
