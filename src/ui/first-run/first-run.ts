import type { App } from 'obsidian';
import type { DeviceStore } from '../../device-store';
import type { FirstRunPorts } from './first-run-modal';

/**
 * Key in the device's local storage. The entry exists when the first run was done or skipped on this device.
 */
const storeKey = 'pdf-inbox-first-run';

export interface FirstRunOptions extends FirstRunPorts {
  readonly device: DeviceStore;
  /** Aborted when the plugin is unloaded. */
  readonly signal: AbortSignal;
  /** Called when the window closes, except when it closes because the plugin is unloaded. */
  readonly onClosed: () => void;
  /** Receives the error if the window cannot be opened. */
  readonly fail: (thrown: unknown) => void;
}

/** The setup window that a new user sees once. The settings tab can open it again. */
export class FirstRun {
  #isOpen = false;

  constructor(
    private readonly app: App,
    private readonly options: FirstRunOptions,
  ) {}

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /**
   * True while the vault is not set up: it has no settings and no digest, and the window was neither
   * completed nor skipped on this device.
   */
  get isDue(): boolean {
    const { vault, metadataCache } = this.app;
    return (
      this.options.store.isNew &&
      (this.options.device.load(storeKey) ?? null) === null &&
      !vault
        .getMarkdownFiles()
        .some((note) => 'pdf_sha256' in (metadataCache.getFileCache(note)?.frontmatter ?? {}))
    );
  }

  /** Opens the window if it is not open. `andThen` is called after `onClosed`. */
  open(andThen?: () => void): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#show(andThen).catch((thrown: unknown) => {
      this.#isOpen = false;
      this.options.fail(thrown);
    });
  }

  async #show(andThen?: () => void): Promise<void> {
    const { FirstRunModal } = await import('./first-run-modal');
    const { signal, onClosed } = this.options;
    if (signal.aborted) return;
    const modal = new FirstRunModal(this.app, this.options);
    const close = (): void => modal.close();
    modal.setCloseCallback(() => {
      signal.removeEventListener('abort', close);
      this.#isOpen = false;
      if (signal.aborted) return;
      this.options.device.save(storeKey, true);
      onClosed();
      andThen?.();
    });
    signal.addEventListener('abort', close);
    modal.open();
  }
}
