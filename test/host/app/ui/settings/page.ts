/** A page of settings with its own rendering code. */
export abstract class SettingPage {
  readonly rootEl: HTMLElement = createDiv('setting-page');
  readonly titlebarEl: HTMLElement = this.rootEl.createDiv('setting-page-titlebar');
  readonly containerEl: HTMLElement = this.rootEl.createDiv('setting-page-content');
  title = '';

  abstract display(): void;

  /** Called when the user leaves the page, the tab or the window. */
  hide(): void {
    this.containerEl.empty();
  }
}
