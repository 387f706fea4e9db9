import type { ViewStateResult } from 'obsidian';
import { Component } from '../component';
import { setIcon } from './icons';
import type { Scope } from './keymap';
import type { Menu } from './menu';
import { setTooltip } from './tooltip';

/** The members of a leaf that its view uses. */
export interface ViewLeaf<A = unknown> {
  readonly app: A;
}

/** The content of a leaf. */
export abstract class View<A = unknown> extends Component {
  readonly app: A;
  icon = '';
  navigation = false;
  readonly containerEl: HTMLElement = createDiv('workspace-leaf-content');
  scope: Scope | null = null;

  constructor(readonly leaf: ViewLeaf<A>) {
    super();
    this.app = leaf.app;
  }

  abstract getViewType(): string;
  abstract getDisplayText(): string;

  protected onOpen(): Promise<void> {
    return Promise.resolve();
  }

  protected onClose(): Promise<void> {
    return Promise.resolve();
  }

  getState(): Record<string, unknown> {
    return {};
  }

  setState(_state: unknown, _result: ViewStateResult): Promise<void> {
    return Promise.resolve();
  }

  getEphemeralState(): Record<string, unknown> {
    return {};
  }

  setEphemeralState(_state: unknown): void {
    return undefined;
  }

  getIcon(): string {
    return this.icon;
  }

  onResize(): void {
    return undefined;
  }

  onPaneMenu(_menu: Menu, _source: string): void {
    return undefined;
  }

  /** Called by the leaf: inserts and loads the view, and waits until it is open. */
  async enter(parentEl: HTMLElement): Promise<void> {
    this.containerEl.setAttr('data-type', this.getViewType());
    parentEl.append(this.containerEl);
    await this.load();
    await this.onOpen();
  }

  /** Called by the leaf: closes and unloads the view, and removes its elements. */
  async leave(): Promise<void> {
    await this.onClose();
    this.unload();
    this.containerEl.remove();
  }
}

/** A view with a header (title and actions) above its content. */
export abstract class ItemView<A = unknown> extends View<A> {
  readonly contentEl: HTMLElement;
  readonly #titleEl: HTMLElement;
  readonly #actionsEl: HTMLElement;

  constructor(leaf: ViewLeaf<A>) {
    super(leaf);
    const header = this.containerEl.createDiv('view-header');
    this.#titleEl = header.createDiv('view-header-title-container').createDiv('view-header-title');
    this.#actionsEl = header.createDiv('view-actions');
    this.contentEl = this.containerEl.createDiv('view-content');
  }

  /** Adds an action. The newest action is first. */
  addAction(icon: string, title: string, callback: (event: MouseEvent) => unknown): HTMLElement {
    const action = createEl('button', { cls: ['clickable-icon', 'view-action'] });
    setIcon(action, icon);
    setTooltip(action, title);
    action.addEventListener('click', (event) => void callback(event));
    this.#actionsEl.prepend(action);
    return action;
  }

  override async enter(parentEl: HTMLElement): Promise<void> {
    await super.enter(parentEl);
    this.updateHeader();
  }

  updateHeader(): void {
    this.#titleEl.setText(this.getDisplayText());
  }
}
