import { ConfirmationModal, type App } from 'obsidian';

export interface ConfirmationWords {
  readonly title: string;
  readonly agree: string;
  readonly decline: string;
  /** The label of a check box, which is off at first. */
  readonly checkbox?: string;
}

/**
 * Asks the user a yes-or-no question. `fill` adds the content between the title and the buttons. Resolves to
 * false when the user presses Escape or the second button, or when `signal` is or becomes aborted. Aborting
 * closes the window.
 */
export function confirmed(
  app: App,
  { title, agree, decline, checkbox }: ConfirmationWords,
  fill: (content: HTMLElement) => void,
  signal?: AbortSignal,
  onCheckbox: (isOn: boolean) => void = () => undefined,
): Promise<boolean> {
  if (signal?.aborted === true) return Promise.resolve(false);
  return new Promise((resolve) => {
    let agreed = false;
    const modal = new ConfirmationModal(app);
    const close = (): void => modal.close();
    signal?.addEventListener('abort', close);
    modal.setTitle(title);
    fill(modal.contentEl);
    if (checkbox !== undefined) modal.addCheckbox(checkbox, onCheckbox);
    modal.addButton((button) =>
      button
        .setButtonText(agree)
        .setCta()
        .onClick(() => {
          agreed = true;
        }),
    );
    modal.addCancelButton(decline);
    modal.setCloseCallback(() => {
      signal?.removeEventListener('abort', close);
      resolve(agreed && signal?.aborted !== true);
    });
    modal.open();
  });
}
