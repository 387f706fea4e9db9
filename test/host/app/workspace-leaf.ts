import type { App } from './app';
import { Events } from './events';
import type { TFile } from './files';
import { FileView } from './file-view';
import { LeafFrame } from './ui/leaf-frame';
import type { View } from './ui/view';
import type { WorkspaceSplit } from './workspace-items';

export interface ViewState {
  type: string;
  state?: Record<string, unknown>;
  active?: boolean;
  pinned?: boolean;
}

export interface OpenViewState {
  state?: Record<string, unknown>;
  eState?: Record<string, unknown>;
  active?: boolean;
}

/** A pane. It shows one view at a time, at first an empty one. */
export class WorkspaceLeaf extends Events {
  view: View;
  readonly hoverPopover = null;
  readonly isDeferred = false;
  readonly #frame: LeafFrame;
  #pinned = false;

  constructor(
    readonly app: App,
    readonly id: string,
    readonly parent: WorkspaceSplit,
  ) {
    super();
    this.#frame = new LeafFrame(parent.containerEl, () => {
      this.detach();
    });
    this.#frame.tabHeaderEl.addEventListener('click', () => {
      app.workspace.setActiveLeaf(this, { focus: true });
    });
    this.view = app.viewRegistry.create('empty', this);
  }

  get containerEl(): HTMLElement {
    return this.#frame.containerEl;
  }

  getRoot(): WorkspaceSplit {
    return this.parent;
  }

  loadIfDeferred(): Promise<void> {
    return Promise.resolve();
  }

  async openFile(file: TFile, openState: OpenViewState = {}): Promise<void> {
    const type = this.app.viewRegistry.typeForExtension(file.extension);
    const state = { ...openState.state, file: file.path };
    await this.setViewState({ type, state, active: openState.active ?? true }, openState.eState);
    this.app.workspace.onFileOpened(file);
  }

  async open(view: View): Promise<View> {
    if (this.view !== view) {
      await this.view.leave();
      this.view = view;
      await view.enter(this.#frame.containerEl);
    }
    this.updateTab();
    this.app.workspace.trigger('layout-change');
    return view;
  }

  getViewState(): ViewState {
    return { type: this.view.getViewType(), state: this.view.getState(), pinned: this.#pinned };
  }

  async setViewState(viewState: ViewState, eState?: Record<string, unknown>): Promise<void> {
    const same = this.view.getViewType() === viewState.type;
    const view = same ? this.view : this.app.viewRegistry.create(viewState.type, this);
    await this.open(view);
    await view.setState(viewState.state ?? {}, { history: false });
    if (eState !== undefined) view.setEphemeralState(eState);
    if (viewState.pinned !== undefined) this.setPinned(viewState.pinned);
    this.updateTab();
    if (viewState.active === true) this.app.workspace.setActiveLeaf(this, { focus: true });
  }

  getEphemeralState(): Record<string, unknown> {
    return this.view.getEphemeralState();
  }

  setEphemeralState(state: Record<string, unknown>): void {
    this.view.setEphemeralState(state);
  }

  get pinned(): boolean {
    return this.#pinned;
  }

  setPinned(pinned: boolean): void {
    if (pinned === this.#pinned) return;
    this.#pinned = pinned;
    this.trigger('pinned-change', pinned);
  }

  togglePinned(): void {
    this.setPinned(!this.#pinned);
  }

  getIcon(): string {
    return this.view.getIcon();
  }

  getDisplayText(): string {
    return this.view.getDisplayText();
  }

  onResize(): void {
    this.view.onResize();
  }

  detach(): void {
    void this.view.leave();
    this.#frame.remove();
    this.app.workspace.forget(this);
  }

  /** Returns the file that the view shows; null when there is none. Not part of Obsidian's API. */
  shownFile(): TFile | null {
    return this.view instanceof FileView ? this.view.file : null;
  }

  /** Marks the pane as focused or not. Not part of Obsidian's API. */
  markActive(active: boolean): void {
    this.#frame.setActive(active);
  }

  /** Updates the icon and title of the tab. Not part of Obsidian's API. */
  updateTab(): void {
    this.#frame.setTab(this.view.getIcon(), this.view.getDisplayText());
  }
}
