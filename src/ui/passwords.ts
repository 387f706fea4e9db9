import type { App } from 'obsidian';
import { passwordPrefix } from '../app/forget';
import { Secrets } from '../app/secrets';
import type { Messages } from '../i18n/messages';
import { logTrouble } from '../log';
import type { PasswordAnswer, Passwords } from '../pdf/passwords';

/** Asks for passwords in a modal and, if the user wants, stores them in the app's secret storage. */
export class AppPasswords implements Passwords {
  constructor(
    private readonly app: App,
    private readonly messages: Messages,
  ) {}

  recall(sha256: string): string | undefined {
    // A password that was removed is stored as an empty text. If the storage cannot be read, the user is
    // asked for the password.
    return new Secrets(this.app).find(secretId(sha256)) || undefined;
  }

  keep(sha256: string, password: string): void {
    try {
      new Secrets(this.app).set(secretId(sha256), password);
    } catch (thrown) {
      // The PDF is already open. Because its password is not stored, the user is asked again the next time.
      logTrouble('secrets-unavailable', thrown);
    }
  }

  async ask(name: string, wrong: boolean, signal: AbortSignal): Promise<PasswordAnswer | null> {
    const { PasswordModal } = await import('./password-modal');
    if (signal.aborted) return null;
    return new Promise((resolve) => {
      const modal = new PasswordModal(this.app, name, wrong, this.messages, (answer) => {
        signal.removeEventListener('abort', close);
        resolve(answer);
      });
      const close = (): void => modal.close();
      signal.addEventListener('abort', close);
      modal.open();
    });
  }
}

/**
 * The app allows only lower-case letters, digits and dashes in the id of a secret. Half of the hash is enough
 * to tell files apart.
 */
function secretId(sha256: string): string {
  return `${passwordPrefix}${sha256.slice(0, 32)}`;
}
