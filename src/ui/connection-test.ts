import type { Setting } from 'obsidian';
import { toFailure } from '../failure';
import { failureText, format, type Messages } from '../i18n/messages';

/**
 * Adds a button to a settings row. The button sends one short request and shows the result in the row.
 *
 * @param ask sends the request; resolves to the name of the model that answered, or rejects with a `Failure`
 * @param onUnknownModel called with the name of a model that the endpoint does not offer
 */
export function connectionTest(
  setting: Setting,
  messages: Messages,
  ask: () => Promise<string>,
  onUnknownModel: (model: string) => void,
): void {
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
        const failure = toFailure(thrown);
        const { model } = failure.details;
        setting.setErrorMessage(format(words.failure, { ...failureText(messages, failure) }));
        if (failure.kind === 'llm-model-unknown' && typeof model === 'string') onUnknownModel(model);
      }
      button.setDisabled(false);
    }),
  );
}
