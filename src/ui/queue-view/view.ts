import { ItemView, type WorkspaceLeaf } from 'obsidian';
import { Cancelled, toFailure } from '../../failure';
import { failureLine } from '../../i18n/messages';
import { queueViewType } from './open';
import type { PanelParts } from './connected-panel';

/** The live view of the queue. `sections.ts` lists its sections. */
export class QueueView extends ItemView {
  override icon = 'inbox';
  override navigation = false;
  #isUnloaded = false;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly parts: PanelParts,
  ) {
    super(leaf);
  }

  override getViewType(): string {
    return queueViewType;
  }

  override getDisplayText(): string {
    return this.parts.messages.queue.title;
  }

  protected override async onOpen(): Promise<void> {
    try {
      const { Body } = await import('./body');
      const { queuePanel } = await import('./connected-panel');
      if (this.#isUnloaded) return;
      const body = new Body(this.contentEl, queuePanel(this.app, this.parts));
      this.register(() => body.dispose());
    } catch (thrown) {
      if (this.#isUnloaded || thrown instanceof Cancelled) return;
      const failure = toFailure(thrown);
      this.parts.fail(failure);
      this.contentEl.createDiv({
        cls: 'pdf-inbox-queue-empty',
        text: failureLine(this.parts.messages, failure),
      });
    }
  }

  override onunload(): void {
    this.#isUnloaded = true;
  }
}
