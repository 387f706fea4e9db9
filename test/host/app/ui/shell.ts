import type { LeafArea, Shell } from '../shell';
import { CommandPalette } from './command-palette';
import { setIcon } from './icons';
import type { ShellApp } from './ports';
import { SettingsWindow, type WindowTab } from './settings/window';
import { setTooltip } from './tooltip';

/** The appearance of the app's window. */
export interface ShellOptions {
  /** True for the window of a phone, which has no ribbon and no status bar. */
  readonly mobile: boolean;
  readonly theme: 'light' | 'dark';
}

type Areas = Readonly<Record<LeafArea, HTMLElement>>;

function setBodyClasses({ mobile, theme }: ShellOptions): void {
  const { body } = document;
  body.addClass(`theme-${theme}`, mobile ? 'is-mobile' : 'mod-windows', 'obsidian-app', 'show-inline-title');
  if (mobile) body.addClass('is-phone', 'emulate-mobile');
}

function buildAreas(workspaceEl: HTMLElement): Areas {
  const left = workspaceEl.createDiv({ cls: ['workspace-split', 'mod-horizontal', 'mod-left-split'] });
  const main = workspaceEl.createDiv({ cls: ['workspace-split', 'mod-vertical', 'mod-root'] });
  const right = workspaceEl.createDiv({ cls: ['workspace-split', 'mod-horizontal', 'mod-right-split'] });
  return { left, main, right };
}

class PageShell implements Shell {
  readonly #areas: Areas;
  readonly #ribbonEl: HTMLElement;
  readonly #statusBarEl: HTMLElement;
  readonly #settings: SettingsWindow;

  constructor(app: ShellApp, { mobile }: ShellOptions) {
    const container = document.body.createDiv('app-container');
    const horizontal = container.createDiv('horizontal-main-container');
    this.#ribbonEl = createDiv({ cls: ['workspace-ribbon', 'side-dock-ribbon', 'mod-left'] });
    this.#statusBarEl = createDiv('status-bar');
    this.#settings = new SettingsWindow(app);
    if (!mobile) horizontal.append(this.#ribbonEl);
    this.#areas = buildAreas(horizontal.createDiv('workspace'));
    // A phone shows no status bar, but plugins can still create items for the status bar.
    if (!mobile) container.append(this.#statusBarEl);
    app.scope.register(['Mod'], 'p', () => {
      new CommandPalette(app).open();
      return false;
    });
    app.scope.register(['Mod'], ',', () => {
      this.#settings.open();
      return false;
    });
  }

  addRibbonIcon(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const action = this.#ribbonEl.createDiv({
      cls: ['clickable-icon', 'side-dock-ribbon-action'],
      attr: { role: 'button' },
    });
    setIcon(action, icon);
    setTooltip(action, title, { placement: 'right' });
    action.addEventListener('click', (event) => void callback(event));
    return action;
  }

  addStatusBarItem(): HTMLElement {
    return this.#statusBarEl.createDiv('status-bar-item');
  }

  leafArea(area: LeafArea): HTMLElement {
    return this.#areas[area];
  }

  addSettingTab(id: string, name: string, tab: WindowTab): void {
    this.#settings.addTab(id, name, tab);
  }

  removeSettingTab(id: string): void {
    this.#settings.removeTab(id);
  }

  openSettings(id: string): void {
    this.#settings.openTab(id);
  }

  closeSettings(): void {
    this.#settings.close();
  }
}

/**
 * Builds the app's window in the page's body: ribbon, leaves, status bar, settings, command palette (Ctrl+P).
 */
export function mountShell(app: ShellApp, options: ShellOptions): Shell {
  setBodyClasses(options);
  return new PageShell(app, options);
}
