import { Events } from './events';
import type { LeafArea } from './shell';

/** A part of the window that contains leaves: the main area or a side bar. */
export class WorkspaceSplit extends Events {
  collapsed = false;

  constructor(
    readonly area: LeafArea,
    readonly containerEl: HTMLElement,
  ) {
    super();
  }

  getRoot(): this {
    return this;
  }

  collapse(): void {
    this.#set(true);
  }

  expand(): void {
    this.#set(false);
  }

  toggle(): void {
    this.#set(!this.collapsed);
  }

  #set(collapsed: boolean): void {
    if (this.area === 'main') throw new Error('The main area cannot be collapsed.');
    this.collapsed = collapsed;
    this.containerEl.toggleClass('is-collapsed', collapsed);
    this.containerEl.toggle(!collapsed);
  }
}
