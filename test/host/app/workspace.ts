import type { App } from './app';
import { Events } from './events';
import type { TFile } from './files';
import { parseLinktext } from './link-resolver';
import { NotImplementedError } from './not-implemented';
import type { LeafArea, Shell } from './shell';
import type { View } from './ui/view';
import { WorkspaceSplit } from './workspace-items';
import { WorkspaceLeaf, type OpenViewState } from './workspace-leaf';

const rememberedFiles = 10;

/** Imitates Obsidian's `Workspace`: the main area and two side bars, each with any number of leaves. */
export class Workspace extends Events {
  layoutReady = false;
  activeLeaf: WorkspaceLeaf | null = null;
  readonly activeEditor = null;
  readonly containerEl: HTMLElement;
  readonly rootSplit: WorkspaceSplit;
  readonly leftSplit: WorkspaceSplit;
  readonly rightSplit: WorkspaceSplit;
  readonly #leaves: WorkspaceLeaf[] = [];
  readonly #whenReady: (() => unknown)[] = [];
  #lastOpened: TFile[] = [];
  #leafNumber = 0;

  constructor(
    private readonly app: App,
    shell: Shell,
  ) {
    super();
    const split = (area: LeafArea): WorkspaceSplit => new WorkspaceSplit(area, shell.leafArea(area));
    this.rootSplit = split('main');
    this.leftSplit = split('left');
    this.rightSplit = split('right');
    this.leftSplit.collapse();
    this.rightSplit.collapse();
    this.containerEl = this.rootSplit.containerEl.parentElement ?? this.rootSplit.containerEl;
  }

  /** Calls the callback when the vault has been loaded; at once if the vault is loaded already. */
  onLayoutReady(callback: () => unknown): void {
    if (this.layoutReady) callback();
    else this.#whenReady.push(callback);
  }

  /** Marks the app as started, and calls the waiting callbacks. Used by the host only. */
  becomeReady(): void {
    this.layoutReady = true;
    for (const callback of this.#whenReady.splice(0)) {
      try {
        callback();
      } catch (error) {
        reportError(error);
      }
    }
    this.trigger('layout-ready');
  }

  getActiveFile(): TFile | null {
    return this.activeLeaf?.shownFile() ?? this.#lastOpened.find((file) => !file.deleted) ?? null;
  }

  getLastOpenFiles(): string[] {
    return this.#lastOpened.filter((file) => !file.deleted).map((file) => file.path);
  }

  getLeaf(newLeaf: 'tab' | 'split' | 'window' | boolean = false): WorkspaceLeaf {
    if (newLeaf === 'window') throw new NotImplementedError("Workspace.getLeaf('window')");
    const current = this.getMostRecentLeaf();
    const reusable = newLeaf === false && current !== null && !current.pinned;
    return reusable ? current : this.#addLeaf(this.rootSplit);
  }

  /** Opens the target of a link. The app would create a missing note; the host throws. */
  async openLinkText(
    linktext: string,
    sourcePath: string,
    newLeaf?: 'tab' | 'split' | 'window' | boolean,
    openViewState: OpenViewState = {},
  ): Promise<void> {
    const { path, subpath } = parseLinktext(linktext);
    const file = this.app.metadataCache.getFirstLinkpathDest(path, sourcePath);
    if (file === null)
      throw new NotImplementedError(`Workspace.openLinkText to a file that is not there (${linktext})`);
    const leaf = this.getLeaf(newLeaf);
    await leaf.openFile(file, { ...openViewState, eState: { subpath, ...openViewState.eState } });
  }

  setActiveLeaf(leaf: WorkspaceLeaf, _params?: { focus?: boolean } | boolean): void {
    if (this.activeLeaf === leaf) return;
    const fileBefore = this.activeLeaf?.shownFile() ?? null;
    this.activeLeaf?.markActive(false);
    this.activeLeaf = leaf;
    leaf.markActive(true);
    this.trigger('active-leaf-change', leaf);
    if (leaf.shownFile() !== fileBefore) this.trigger('file-open', leaf.shownFile());
  }

  getLeafById(id: string): WorkspaceLeaf | null {
    return this.#leaves.find((leaf) => leaf.id === id) ?? null;
  }

  getMostRecentLeaf(root: WorkspaceSplit = this.rootSplit): WorkspaceLeaf | null {
    if (this.activeLeaf?.parent === root) return this.activeLeaf;
    return this.#leaves.filter((leaf) => leaf.parent === root).at(-1) ?? null;
  }

  getLeftLeaf(split: boolean): WorkspaceLeaf | null {
    return this.#sideLeaf(this.leftSplit, split);
  }

  getRightLeaf(split: boolean): WorkspaceLeaf | null {
    return this.#sideLeaf(this.rightSplit, split);
  }

  async ensureSideLeaf(
    type: string,
    side: 'left' | 'right',
    options: { active?: boolean; split?: boolean; reveal?: boolean; state?: Record<string, unknown> } = {},
  ): Promise<WorkspaceLeaf> {
    const parent = side === 'left' ? this.leftSplit : this.rightSplit;
    const known = this.getLeavesOfType(type).find((leaf) => leaf.parent === parent);
    const leaf = known ?? this.#addLeaf(parent);
    await leaf.setViewState({
      type,
      active: options.active ?? true,
      ...(options.state && { state: options.state }),
    });
    if (options.reveal !== false) await this.revealLeaf(leaf);
    return leaf;
  }

  getActiveViewOfType<T extends View>(type: abstract new (...args: never[]) => T): T | null {
    const view = this.activeLeaf?.view;
    return view instanceof type ? view : null;
  }

  iterateRootLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    for (const leaf of this.#leaves.filter((one) => one.parent === this.rootSplit)) callback(leaf);
  }

  iterateAllLeaves(callback: (leaf: WorkspaceLeaf) => unknown): void {
    for (const leaf of [...this.#leaves]) callback(leaf);
  }

  getLeavesOfType(viewType: string): WorkspaceLeaf[] {
    return this.#leaves.filter((leaf) => leaf.view.getViewType() === viewType);
  }

  detachLeavesOfType(viewType: string): void {
    for (const leaf of this.getLeavesOfType(viewType)) leaf.detach();
  }

  revealLeaf(leaf: WorkspaceLeaf): Promise<void> {
    if (leaf.parent !== this.rootSplit) leaf.parent.expand();
    this.setActiveLeaf(leaf, { focus: true });
    return Promise.resolve();
  }

  /** Records that a leaf has opened a file. Used by the host only. */
  onFileOpened(file: TFile): void {
    this.#lastOpened = [file, ...this.#lastOpened.filter((other) => other !== file)].slice(
      0,
      rememberedFiles,
    );
    this.trigger('file-open', file);
  }

  /** Removes a closed leaf. Used by the host only. */
  forget(leaf: WorkspaceLeaf): void {
    this.#leaves.splice(this.#leaves.indexOf(leaf), 1);
    if (this.activeLeaf === leaf) {
      this.activeLeaf = null;
      const next = this.getMostRecentLeaf();
      if (next !== null) this.setActiveLeaf(next);
    }
    this.trigger('layout-change');
  }

  /**
   * Shows an empty view in every leaf of this view type. Used only by the host, when the plugin that has the
   * view type is disabled.
   */
  async emptyLeavesOfType(viewType: string): Promise<void> {
    for (const leaf of this.getLeavesOfType(viewType)) await leaf.setViewState({ type: 'empty' });
  }

  #sideLeaf(parent: WorkspaceSplit, split: boolean): WorkspaceLeaf {
    const empty = this.#leaves.find((leaf) => leaf.parent === parent && leaf.view.getViewType() === 'empty');
    return split || empty === undefined ? this.#addLeaf(parent) : empty;
  }

  #addLeaf(parent: WorkspaceSplit): WorkspaceLeaf {
    this.#leafNumber += 1;
    const leaf = new WorkspaceLeaf(this.app, `leaf-${this.#leafNumber}`, parent);
    this.#leaves.push(leaf);
    this.trigger('layout-change');
    return leaf;
  }
}
