import { ItemView, type WorkspaceLeaf } from 'obsidian';
import { Body } from './body';
import { queueViewType } from './open';
import type { QueuePanel } from './panel';

/** The live view of the queue. `sections.ts` lists its sections. */
export class QueueView extends ItemView {
  override icon = 'inbox';
  override navigation = false;

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

  protected override onOpen(): Promise<void> {
    const body = new Body(this.contentEl, this.panel);
    this.register(() => body.dispose());
    return Promise.resolve();
  }
}
