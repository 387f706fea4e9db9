import type { Plugin } from 'obsidian';
import { openQueue, queueViewType } from './open';
import type { PanelParts } from './connected-panel';
import { QueueView } from './view';

/** Registers the queue view with its ribbon icon and its command. */
export function addQueueView(plugin: Plugin, parts: PanelParts): void {
  const { app } = plugin;
  const { messages } = parts;
  const open = (): void => void openQueue(app);
  plugin.registerView(queueViewType, (leaf) => new QueueView(leaf, parts));
  plugin.addRibbonIcon('inbox', messages.commands['open-queue'], open);
  plugin.addCommand({ id: 'open-queue', name: messages.commands['open-queue'], callback: open });
}
