import { ConfirmationModal, type App } from 'obsidian';
import type { Messages } from '../i18n/messages';
import type { Settings } from '../settings';
import { hasOwnEndpoint } from './setting-values';

/** Settings that belong to a provider. */
export type EndpointSettings = Pick<Settings, 'baseUrl' | 'model' | 'visionModel' | 'checkModel'>;

/** Applies the new provider. `changes` contains the settings that are reset; the other settings stay. */
type Apply = (changes: Partial<EndpointSettings>) => void | Promise<void>;

/**
 * Changes the provider. If the user has entered an address or a model, and the new provider is not `offline`,
 * the function first asks whether to reset these settings. Otherwise it calls `apply` at once. `onClosed` is
 * called when the question closes, with or without an answer.
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
