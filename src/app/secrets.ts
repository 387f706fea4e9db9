import type { App } from 'obsidian';
import { Failure } from '../failure';
import { logTrouble } from '../log';

/**
 * The app's secret storage. It may be unavailable, for example when the keychain of the system is locked or
 * missing.
 */
export class Secrets {
  constructor(private readonly app: App) {}

  /**
   * Returns the value of a secret; null when there is none on this device.
   * @throws Failure `secrets-unavailable`
   */
  get(id: string): string | null {
    return available(() => this.app.secretStorage.getSecret(id));
  }

  /** Returns the value of a secret; null when there is none, or when the secret storage cannot be used. */
  find(id: string): string | null {
    try {
      return this.get(id);
    } catch (thrown) {
      logTrouble('secrets-unavailable', thrown);
      return null;
    }
  }

  /** @throws Failure `secrets-unavailable` */
  set(id: string, value: string): void {
    available(() => this.app.secretStorage.setSecret(id, value));
  }

  /** Returns the names of all secrets. @throws Failure `secrets-unavailable` */
  ids(): readonly string[] {
    return available(() => this.app.secretStorage.listSecrets());
  }
}

function available<T>(use: () => T): T {
  try {
    return use();
  } catch (cause) {
    throw new Failure('secrets-unavailable', { cause });
  }
}
