import type { Plugin } from 'obsidian';
import { openQueue, queueViewType } from './open';
import type { QueuePanel } from './panel';
import { QueueView } from './view';

/** Registers the queue view with its ribbon icon and its command. */
export function addQueueView(plugin: Plugin, panel: QueuePanel): void {
  const { messages, app } = panel;
  const open = (): void => void openQueue(app);
  plugin.registerView(queueViewType, (leaf) => new QueueView(leaf, panel));
  plugin.addRibbonIcon('inbox', messages.commands['open-queue'], open);
  plugin.addCommand({ id: 'open-queue', name: messages.commands['open-queue'], callback: open });
}
