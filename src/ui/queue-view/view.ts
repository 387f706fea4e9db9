import { ItemView, type WorkspaceLeaf } from 'obsidian';
import { queueViewType } from './open';
import type { QueuePanel } from './panel';

/** The live view of the queue. `sections.ts` lists its sections. */
export class QueueView extends ItemView {
  override icon = 'inbox';
  override navigation = false;
  #isUnloaded = false;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly panel: QueuePanel,
  ) {
    super(leaf);
  }

  override getViewType(): string {
    return queueViewType;
  }

  override getDisplayText(): string {
    return this.panel.messages.queue.title;
  }

  protected override async onOpen(): Promise<void> {
    const { Body } = await import('./body');
    if (this.#isUnloaded) return;
    const body = new Body(this.contentEl, this.panel);
    this.register(() => body.dispose());
  }

  override onunload(): void {
    this.#isUnloaded = true;
  }
}
