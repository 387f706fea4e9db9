import type { App } from 'obsidian';

const storeKey = 'pdf-inbox-auto';

/** Whether this device processes by itself. Kept on the device, never synced; on until switched off. */
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
