import { setIcon } from './icons';

/** The elements of one leaf: its tab header and the container of its view. */
export class LeafFrame {
  readonly containerEl: HTMLElement;
  readonly tabHeaderEl: HTMLElement;
  readonly #iconEl: HTMLElement;
  readonly #titleEl: HTMLElement;

  /** @param close called when the user clicks the tab's close button */
  constructor(areaEl: HTMLElement, close: () => void) {
    this.containerEl = areaEl.createDiv('workspace-leaf');
    this.tabHeaderEl = this.containerEl.createDiv({ cls: 'workspace-tab-header', attr: { role: 'tab' } });
    this.#iconEl = this.tabHeaderEl.createDiv('workspace-tab-header-inner-icon');
    this.#titleEl = this.tabHeaderEl.createDiv('workspace-tab-header-inner-title');
    const cross = this.tabHeaderEl.createDiv({
      cls: 'workspace-tab-header-inner-close-button',
      attr: { 'aria-label': 'Close' },
    });
    setIcon(cross, 'lucide-x');
    cross.addEventListener('click', (event) => {
      event.stopPropagation();
      close();
    });
  }

  setTab(icon: string, title: string): void {
    setIcon(this.#iconEl, icon);
    this.#titleEl.setText(title);
  }

  setActive(active: boolean): void {
    this.containerEl.toggleClass('mod-active', active);
    this.tabHeaderEl.toggleClass('is-active', active);
  }

  remove(): void {
    this.containerEl.remove();
  }
}
