import type { DeviceStore } from '../device-store';

const storeKey = 'pdf-inbox-auto';

/**
 * Stores whether this device processes new PDFs automatically. The value is kept on the device and never
 * synced. Automatic processing is on until the user turns it off.
 */
export class DeviceSwitch {
  constructor(private readonly device: DeviceStore) {}

  get(): boolean {
    const stored = this.device.load(storeKey);
    return stored !== false && stored !== 'false';
  }

  set(on: boolean): void {
    this.device.save(storeKey, on);
  }
}
