import type { App, Modal } from 'obsidian';
import type { Messages } from '../i18n/messages';
import { checkSetting, type Settings } from '../settings';
import { HeaderModal } from './header-modal';
import { InboxFolderModal } from './inbox-folder-modal';
import { OwnFieldModal } from './own-field-modal';
import { RuleModal } from './rule-modal';
import type { ListKey } from './setting-row';

export interface ItemWindowPorts {
  readonly app: App;
  readonly messages: Messages;
  readonly settings: () => Settings;
  /** Stores a list and returns true. Returns false when the list is not valid. */
  readonly save: (key: ListKey, list: readonly unknown[]) => boolean;
  readonly folderExists: (path: string) => boolean;
  /** @throws Failure */
  readonly createFolder: (path: string) => Promise<void>;
  readonly fail: (thrown: unknown) => void;
}

/**
 * Returns the window in which the user enters an item of a setting whose value is a list.
 * @param index the index of the item to change; null adds an item at the end
 */
export function itemWindow(ports: ItemWindowPorts, key: ListKey, index: number | null): Modal {
  const { app, messages, settings, folderExists, createFolder, fail } = ports;
  const at = index ?? settings()[key].length;
  const withItem = (item: unknown): readonly unknown[] => {
    const list: readonly unknown[] = settings()[key];
    return [...list.slice(0, at), item, ...list.slice(at + 1)];
  };
  const save = (item: unknown): boolean => ports.save(key, withItem(item));
  switch (key) {
    case 'rules':
      return new RuleModal(app, messages, settings().rules[at] ?? null, save);
    case 'ownFields':
      return new OwnFieldModal(app, messages, settings().ownFields[at] ?? null, save);
    case 'extraHeaders':
      return new HeaderModal(app, messages, save);
    case 'moreInboxFolders':
      return new InboxFolderModal(app, messages, folderExists, (folder) => {
        if (checkSetting(key, withItem(folder)) === undefined) return false;
        createFolder(folder)
          .then(() => save(folder))
          .catch(fail);
        return true;
      });
  }
}
