import type { App } from 'obsidian';
import type { DeviceStore } from '../device-store';
import { Failure } from '../failure';

/**
 * Stores values in the app's local storage. It has room for a few megabytes, which all plugins share. When a
 * value cannot be stored, callers keep working with the value in memory. `onTrouble` is called only for the
 * first value that cannot be stored.
 */
export function appDeviceStore(app: App, onTrouble: (failure: Failure) => void): DeviceStore {
  let isReported = false;
  return {
    load: (key) => app.loadLocalStorage(key) as unknown,
    save: (key, value) => {
      try {
        app.saveLocalStorage(key, value);
      } catch (cause) {
        if (!isReported) onTrouble(new Failure('device-storage-full', { cause }));
        isReported = true;
      }
    },
  };
}
