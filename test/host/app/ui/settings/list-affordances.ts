import type { SettingDefinitionAddItem, SettingDefinitionList } from 'obsidian';
import { setIcon } from '../icons';
import { Setting } from '../setting';
import type { SettingGroup } from '../setting-group';
import { setTooltip } from '../tooltip';

/** Adds the `+` button to a list's header on the desktop, or a row below the list on mobile. */
export function addAddItem(group: SettingGroup, addItem: SettingDefinitionAddItem): void {
  if (document.body.hasClass('is-mobile')) {
    const row = new Setting(group.groupEl).setName(`+ ${addItem.name}`).setClass('setting-add-item');
    row.settingEl.setAttrs({ role: 'button', tabindex: 0 });
    row.settingEl.addEventListener('click', () => {
      addItem.action(row.settingEl);
    });
    return;
  }
  group.addExtraButton((button) => {
    button
      .setIcon('lucide-plus')
      .setTooltip(addItem.name)
      .onClick(() => {
        addItem.action(button.extraSettingsEl);
      });
  });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}

/** Adds a delete button. While the row has the focus, the keys Delete and Backspace do the same. */
function addDelete(row: Setting, index: number, onDelete: (index: number) => void): void {
  row.addExtraButton((button) => {
    button
      .setIcon('lucide-trash-2')
      .setTooltip('Delete')
      .onClick(() => {
        onDelete(index);
      });
  });
  row.settingEl.tabIndex = 0;
  row.settingEl.addEventListener('keydown', (event) => {
    if (isTyping(event.target) || (event.key !== 'Delete' && event.key !== 'Backspace')) return;
    event.preventDefault();
    onDelete(index);
  });
}

const dragType = 'application/x-setting-index';

function addDragging(row: Setting, index: number, onReorder: (from: number, to: number) => void): void {
  const handle = createDiv({ cls: 'setting-drag-handle', attr: { draggable: 'true' } });
  setIcon(handle, 'lucide-grip-vertical');
  setTooltip(handle, 'Drag to reorder');
  row.settingEl.prepend(handle);
  handle.addEventListener('dragstart', (event) => {
    event.dataTransfer?.setData(dragType, String(index));
    event.dataTransfer?.setDragImage(row.settingEl, 0, 0);
  });
  row.settingEl.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes(dragType) === true) event.preventDefault();
  });
  row.settingEl.addEventListener('drop', (event) => {
    const from = Number(event.dataTransfer?.getData(dragType));
    if (!row.settingEl.parentElement?.contains(row.settingEl) || Number.isNaN(from)) return;
    event.preventDefault();
    if (from !== index) onReorder(from, index);
  });
}

/** Gives one entry of a list a drag handle and a delete button, if the list enables them. */
export function addEntryAffordances(list: SettingDefinitionList, row: Setting, index: number): void {
  if (list.onReorder !== undefined) addDragging(row, index, list.onReorder);
  if (list.onDelete !== undefined) addDelete(row, index, list.onDelete);
}

export function addEmptyState(group: SettingGroup, text: string | DocumentFragment): void {
  group.listEl.createDiv('setting-list-empty').append(text);
}
