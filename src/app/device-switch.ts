import type { App } from 'obsidian';

const storeKey = 'pdf-inbox-auto';

/**
 * Stores whether this device processes new PDFs automatically. The value is kept on the device and never
 * synced. It is true until the user turns it off.
 */
export class DeviceSwitch {
  constructor(private readonly app: App) {}

  get(): boolean {
    const stored: unknown = this.app.loadLocalStorage(storeKey);
    return stored !== false && stored !== 'false';
  }

  set(on: boolean): void {
    this.app.saveLocalStorage(storeKey, on);
  }
}
