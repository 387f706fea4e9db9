import type { WindowTab } from './ui/settings/window';

/** The areas in which leaves are shown: the main area and the two side bars. */
export type LeafArea = 'main' | 'left' | 'right';

/**
 * The functions with which the app changes its window. `mountShell(app)` in `ui/` fills `document.body` and
 * returns a `Shell`. All content is real DOM with Obsidian's class names (`.workspace-ribbon`, `.status-bar`,
 * `.status-bar-item`, `.notice`, `.modal`, `.vertical-tab-content`).
 */
export interface Shell {
  /** Adds an icon to the left ribbon. To remove the icon, the caller removes the returned element. */
  addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement;
  /** Adds an item to the status bar. On mobile, the element is not shown. */
  addStatusBarItem(): HTMLElement;
  /** The parent element for leaves (`.workspace-leaf`) of an area. */
  leafArea(area: LeafArea): HTMLElement;
  /** Registers a plugin's settings tab under the plugin's id. */
  addSettingTab(id: string, name: string, tab: WindowTab): void;
  removeSettingTab(id: string): void;
  /** Opens the settings window on one tab. @throws Error when no tab has this id. */
  openSettings(id: string): void;
  closeSettings(): void;
}
