import type { WindowTab } from './ui/settings/window';

/** Where the shell shows leaves: the main area and the two side bars. */
export type LeafArea = 'main' | 'left' | 'right';

/**
 * What the core asks of the window around it. `ui/` builds it: `mountShell(app)` fills `document.body` and returns
 * one of these. Everything it shows is real DOM with Obsidian's class names (`.workspace-ribbon`, `.status-bar`,
 * `.status-bar-item`, `.notice`, `.modal`, `.vertical-tab-content`).
 */
export interface Shell {
  /** Adds an icon to the left ribbon; removing the element takes it away. */
  addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement;
  /** Adds an item to the status bar; on mobile an element that is shown nowhere. */
  addStatusBarItem(): HTMLElement;
  /** Where the elements of leaves (`.workspace-leaf`) go. */
  leafArea(area: LeafArea): HTMLElement;
  /** Registers a plugin's settings tab under the plugin's id. */
  addSettingTab(id: string, name: string, tab: WindowTab): void;
  removeSettingTab(id: string): void;
  /** Opens the settings window on one tab. @throws Error when no tab has this id. */
  openSettings(id: string): void;
  closeSettings(): void;
}
