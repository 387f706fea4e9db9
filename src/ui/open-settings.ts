import type { App } from 'obsidian';

interface SettingsWindow {
  open(): void;
  openTabById(id: string): void;
}

function isSettingsWindow(value: unknown): value is SettingsWindow {
  return typeof value === 'object' && value !== null && 'open' in value && 'openTabById' in value;
}

/**
 * Opens the plugin's settings tab. The app has no public API for this. If the internal API that is used here
 * is missing, nothing happens.
 */
export function openSettingsTab(app: App, tab: string): void {
  const settings: unknown = Reflect.get(app, 'setting');
  if (!isSettingsWindow(settings)) return;
  settings.open();
  settings.openTabById(tab);
}
