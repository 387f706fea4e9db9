import { ConfirmationModal, type App } from 'obsidian';
import type { Messages } from '../i18n/messages';
import type { Settings } from '../settings';
import { hasOwnEndpoint } from './setting-values';

/** Settings that belong to a provider. */
export type EndpointSettings = Pick<Settings, 'baseUrl' | 'model' | 'visionModel' | 'checkModel'>;

/**
 * Applies the new provider. `changes` resets the user's own address and models; an empty object keeps them.
 */
type Apply = (changes: Partial<EndpointSettings>) => void | Promise<void>;

/**
 * Changes the provider. If the user has entered an address or models and the new provider has an endpoint,
 * the function first asks whether to replace them with the new provider's defaults. Otherwise the function
 * calls `apply` at once. `onClosed` is called when the question closes, with or without an answer.
 */
export function changeProvider(
  app: App,
  messages: Messages,
  from: Settings,
  to: Settings['provider'],
  apply: Apply,
  onClosed: () => void,
): void {
  const words = messages.settings.changeProvider;
  if (!hasOwnEndpoint(from) || to === 'offline') {
    void apply({});
    return;
  }
  const modal = new ConfirmationModal(app);
  modal.setTitle(words.title);
  modal.contentEl.createEl('p', { text: words.question });
  modal.addButton((button) =>
    button
      .setButtonText(words.replace)
      .setCta()
      .setInitialFocus()
      .onClick(() => apply({ baseUrl: '', model: '', visionModel: '', checkModel: '' })),
  );
  modal.addButton((button) => button.setButtonText(words.keep).onClick(() => apply({})));
  modal.addCancelButton(words.cancel);
  modal.setCloseCallback(onClosed);
  modal.open();
}
