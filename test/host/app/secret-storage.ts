import { Events } from './events';

/** Stores a secret on the device. */
export type KeepSecret = (id: string, secret: string) => void;

/** Obsidian's store of secrets. It keeps them on this device only. */
export class SecretStorage extends Events {
  readonly #secrets: Map<string, string>;

  constructor(
    initial: Readonly<Record<string, string>>,
    private readonly keep: KeepSecret,
  ) {
    super();
    this.#secrets = new Map(Object.entries(initial));
  }

  /** @throws Error when the id contains other characters than lower-case letters, digits and dashes */
  setSecret(id: string, secret: string): void {
    if (!/^[a-z0-9-]+$/.test(id))
      throw new Error('Secret ID must contain only lowercase letters, numbers and dashes.');
    this.#secrets.set(id, secret);
    this.keep(id, secret);
  }

  getSecret(id: string): string | null {
    return this.#secrets.get(id) ?? null;
  }

  listSecrets(): string[] {
    return [...this.#secrets.keys()];
  }
}
