import { ConfirmationModal, type App } from 'obsidian';
import { format, type Messages } from '../i18n/messages';
import { estimateTokens } from '../inbox/catalogue';

/** Asks whether the offline engine's notes are worth the model's tokens. Escape and the second button mean no. */
export function askToComplete(
  app: App,
  { completion: words }: Messages,
  { count, bytes, model }: { readonly count: number; readonly bytes: number; readonly model: string },
): Promise<boolean> {
  return new Promise((resolve) => {
    let agreed = false;
    const modal = new ConfirmationModal(app);
    const { low, high } = estimateTokens(bytes);
    modal.setTitle(words.title);
    modal.contentEl.createEl('p', { text: format(words.question, { count, model }) });
    modal.contentEl.createEl('p', { text: format(words.estimate, { low: low.toLocaleString(), high: high.toLocaleString() }) });
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
