import { SecretComponent, type App, type Setting } from 'obsidian';
import { Secrets } from '../app/secrets';
import { Failure } from '../failure';
import { failureLine, type Messages } from '../i18n/messages';

export interface ApiKeyPorts {
  readonly app: App;
  readonly messages: Messages;
  /** Stores the name of the secret that contains the key. */
  readonly choose: (secret: string) => void;
  /** Called after the user has entered a key. */
  readonly onStored: () => void;
  readonly fail: (thrown: unknown) => void;
}

/**
 * Draws the row of the API key. The settings have only the name of a secret; the key itself is in the secret
 * storage of the device.
 */
export function renderApiKey(setting: Setting, name: string, ports: ApiKeyPorts): void {
  const { app, messages, choose } = ports;
  try {
    const hasKey = Boolean(new Secrets(app).get(name));
    if (!hasKey) renderMissingKey(setting, name, ports);
    // If the secret has no value, its name is not shown. Otherwise the field would look as if there was a
    // key.
    new SecretComponent(app, setting.controlEl).setValue(hasKey ? name : '').onChange(choose);
  } catch (cause) {
    const failure = new Failure('secrets-unavailable', { cause });
    setting.setErrorMessage(failureLine(messages, failure));
  }
}

/** Adds a field for the key. The key is stored when the user leaves the field. */
function renderMissingKey(setting: Setting, secret: string, ports: ApiKeyPorts): void {
  const { app, messages, onStored, fail } = ports;
  const { missing, enter, name } = messages.settings.apiKeySecret;
  setting.setDesc(missing).addText(({ inputEl }) => {
    Object.assign(inputEl, { type: 'password', autocomplete: 'off', placeholder: enter });
    inputEl.setAttribute('aria-label', name);
    inputEl.addEventListener('change', () => {
      try {
        new Secrets(app).set(secret, inputEl.value.trim());
        onStored();
      } catch (thrown) {
        fail(thrown);
      }
    });
  });
}
