import { ConfirmationModal, type App } from 'obsidian';
import type { Messages } from '../i18n/messages';
import type { Settings } from '../settings';
import { hasOwnEndpoint } from './setting-values';

/** Settings that go with a provider. */
export type EndpointSettings = Pick<Settings, 'baseUrl' | 'model' | 'visionModel' | 'checkModel'>;

/** What another provider is told of the user's own address and models: that they are given up, or nothing. */
type Apply = (changes: Partial<EndpointSettings>) => void | Promise<void>;

/**
 * Has another provider apply. It brings its own address and models; the user's are given up only when they say so.
 * `onClosed` is called after a question, however it was answered, and also when it was not.
 */
export function changeProvider(app: App, messages: Messages, from: Settings, to: Settings['provider'], apply: Apply, onClosed: () => void): void {
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
