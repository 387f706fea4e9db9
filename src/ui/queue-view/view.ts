import { ItemView, type WorkspaceLeaf } from 'obsidian';
import { Cancelled, toFailure } from '../../failure';
import { failureLine } from '../../i18n/messages';
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
    try {
      const { Body } = await import('./body');
      if (this.#isUnloaded) return;
      const body = new Body(this.contentEl, this.panel);
      this.register(() => body.dispose());
    } catch (thrown) {
      if (this.#isUnloaded || thrown instanceof Cancelled) return;
      const failure = toFailure(thrown);
      this.panel.fail(failure);
      this.contentEl.createDiv({
        cls: 'pdf-inbox-queue-empty',
        text: failureLine(this.panel.messages, failure),
      });
    }
  }

  override onunload(): void {
    this.#isUnloaded = true;
  }
}
