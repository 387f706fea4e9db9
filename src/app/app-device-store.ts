import type { App } from 'obsidian';
import type { DeviceStore } from '../device-store';
import { Failure } from '../failure';

/**
 * Stores values in the app's local storage. All plugins share its few megabytes. If a value cannot be stored,
 * the caller has it only in memory; `onTrouble` is called for the first such value.
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
