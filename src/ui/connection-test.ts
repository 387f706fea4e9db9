import type { Setting } from 'obsidian';
import { toFailure } from '../failure';
import { failureText, format, type Messages } from '../i18n/messages';

/**
 * A row with a button that sends one short request and tells in words what came of it. `ask` resolves with the name of
 * the model that answered. @throws Failure
 */
export function connectionTest(setting: Setting, messages: Messages, ask: () => Promise<string>): void {
  const words = messages.settings.testConnection;
  setting.descEl.setAttribute('role', 'status');
  setting.addButton((button) =>
    button.setButtonText(words.button).onClick(async () => {
      button.setDisabled(true);
      setting.setErrorMessage(null);
      setting.setDesc(words.running);
      try {
        setting.setDesc(format(words.success, { model: await ask() }));
      } catch (thrown) {
        setting.setDesc(words.description);
        setting.setErrorMessage(format(words.failure, { ...failureText(messages, toFailure(thrown)) }));
      }
      button.setDisabled(false);
    }),
  );
}
