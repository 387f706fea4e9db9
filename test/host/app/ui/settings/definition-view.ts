import type {
  SettingDefinition,
  SettingDefinitionAction,
  SettingDefinitionGroup,
  SettingDefinitionItem,
  SettingDefinitionList,
  SettingDefinitionPage,
  SettingGroupItem,
} from 'obsidian';
import { setIcon } from '../icons';
import type { FilesApp } from '../ports';
import type { Setting } from '../setting';
import { SettingGroup } from '../setting-group';
import { addControl, type ControlSource } from './controls';
import { addAddItem, addEmptyState, addEntryAffordances } from './list-affordances';
import { holds, isVisible } from './predicates';

/** The functions and values that the rows of a view need. */
export interface ViewContext {
  readonly app: FilesApp;
  readonly source: ControlSource;
  /** Queries in the search fields of groups, by heading. They are kept when the view is rendered again. */
  readonly queries: Map<string, string>;
  openPage(page: SettingDefinitionPage): void;
}

type Group = SettingDefinitionGroup | SettingDefinitionList;

function isGroup(item: SettingDefinitionItem): item is Group {
  return 'type' in item && item.type !== 'page';
}

function isList(group: Group): group is SettingDefinitionList {
  return group.type === 'list';
}

function isPage(item: SettingDefinition | SettingDefinitionPage): item is SettingDefinitionPage {
  return 'type' in item;
}

/** Renders definitions into an element: rows, groups, lists, and rows that open a page. */
export class DefinitionView {
  readonly #refreshers: (() => void)[] = [];
  readonly #cleanups: (() => void)[] = [];

  constructor(
    private readonly containerEl: HTMLElement,
    private readonly context: ViewContext,
  ) {}

  /**
   * Renders all definitions. Consecutive rows outside of a group are put into one group without a heading.
   */
  draw(items: readonly SettingDefinitionItem[]): void {
    let loose: SettingGroup | undefined;
    for (const item of items) {
      if (isGroup(item)) {
        loose = undefined;
        this.#drawGroup(item);
      } else {
        loose ??= new SettingGroup(this.containerEl);
        this.#drawRow(item, loose, 0);
      }
    }
    this.refresh();
  }

  /** Evaluates all conditions again, and shows, hides, enables and disables the existing rows. */
  refresh(): void {
    for (const refresher of this.#refreshers) refresher();
  }

  /** Runs the cleanup functions of the rows that have their own rendering code, and empties the element. */
  destroy(): void {
    for (const cleanup of this.#cleanups.splice(0)) cleanup();
    this.#refreshers.length = 0;
    this.containerEl.empty();
  }

  #drawGroup(definition: Group): void {
    const group = new SettingGroup(this.containerEl);
    group.addClass(definition.type === 'list' ? 'mod-list' : 'mod-group');
    if (definition.heading !== undefined) group.setHeading(definition.heading);
    if (definition.cls !== undefined) group.addClass(...definition.cls.split(' '));
    for (const button of definition.extraButtons ?? []) group.addExtraButton(button);
    const rows = (definition.items ?? []).map((item, index) => ({
      item,
      row: this.#drawRow(item, group, index),
    }));
    this.#refreshers.push(() => {
      group.groupEl.toggle(isVisible(definition));
    });
    if (definition.search !== undefined) this.#addGroupSearch(definition, definition.search, group, rows);
    if (isList(definition))
      this.#finishList(
        definition,
        group,
        rows.map(({ row }) => row),
      );
  }

  #finishList(list: SettingDefinitionList, group: SettingGroup, rows: readonly Setting[]): void {
    for (const [index, row] of rows.entries()) addEntryAffordances(list, row, index);
    if (rows.length === 0 && list.emptyState !== undefined) addEmptyState(group, list.emptyState);
    if (list.addItem !== undefined) addAddItem(group, list.addItem);
  }

  #addGroupSearch(
    definition: Group,
    search: NonNullable<SettingDefinitionGroup['search']>,
    group: SettingGroup,
    rows: readonly { item: SettingGroupItem; row: Setting }[],
  ): void {
    const key = definition.heading ?? '';
    const matches = (item: SettingGroupItem, query: string): boolean => {
      if (query === '') return true;
      if (isPage(item)) return search.match({ name: item.name }, query);
      return !holds(item.searchable, true) || search.match(item, query);
    };
    this.#refreshers.push(() => {
      const query = this.context.queries.get(key) ?? '';
      for (const { item, row } of rows) row.settingEl.toggle(isVisible(item) && matches(item, query));
    });
    group.addSearch((field) => {
      field.setPlaceholder(search.placeholder ?? '').setValue(this.context.queries.get(key) ?? '');
      field.onChange((query) => {
        this.context.queries.set(key, query);
        this.refresh();
      });
    });
  }

  #drawRow(item: SettingGroupItem, group: SettingGroup, index: number): Setting {
    let drawn: Setting | undefined;
    group.addSetting((row) => {
      drawn = row;
      row.setName(item.name);
      if (item.desc !== undefined) row.setDesc(typeof item.desc === 'string' ? item.desc : copyOf(item.desc));
      this.#refreshers.push(() => {
        row.settingEl.toggle(isVisible(item));
      });
      if (isPage(item)) this.#fillPageEntry(item, row);
      else this.#fillRow(item, row, group, index);
    });
    if (drawn === undefined) throw new Error('SettingGroup.addSetting did not create a row.');
    return drawn;
  }

  #fillRow(item: SettingDefinition, row: Setting, group: SettingGroup, index: number): void {
    if (item.control !== undefined) {
      const { control } = item;
      addControl(row, control, this.context.source, this.context.app);
      this.#refreshers.push(() => {
        row.setDisabled(holds(control.disabled, false));
      });
    } else if (item.render !== undefined) {
      const cleanup = item.render(row, group);
      if (typeof cleanup === 'function') this.#cleanups.push(cleanup);
    } else if (item.action !== undefined) {
      this.#fillAction(item, row, index);
    }
  }

  #fillAction(item: SettingDefinitionAction, row: Setting, index: number): void {
    row.setClass('mod-action');
    makePressable(row, () => {
      if (!holds(item.disabled, false)) item.action(row.settingEl, index);
    });
    this.#refreshers.push(() => {
      const disabled = holds(item.disabled, false);
      row.settingEl.toggleClass('is-disabled', disabled);
      row.settingEl.setAttr('aria-disabled', disabled ? true : null);
    });
  }

  #fillPageEntry(page: SettingDefinitionPage, row: Setting): void {
    row.setClass('mod-page');
    makePressable(row, () => {
      this.context.openPage(page);
    });
    row.addDisplayValue((shown) => {
      this.#refreshers.push(() => {
        const { displayValue, status } = page;
        shown.setValue(typeof displayValue === 'function' ? displayValue() : (displayValue ?? null));
        shown.setStatus(typeof status === 'function' ? status() : (status ?? null));
      });
    });
    setIcon(row.controlEl.createDiv('setting-page-chevron'), 'lucide-chevron-right');
  }
}

/**
 * Copies a fragment. A fragment becomes empty when it is inserted, so the original is kept for the next
 * rendering.
 */
function copyOf(fragment: DocumentFragment): DocumentFragment {
  const copy = document.createDocumentFragment();
  copy.append(...[...fragment.childNodes].map((node) => node.cloneNode(true)));
  return copy;
}

/** Makes a whole row work as a button, for the mouse and for the keys Enter and Space. */
function makePressable(row: Setting, press: () => void): void {
  row.settingEl.setAttrs({ role: 'button', tabindex: 0 });
  row.settingEl.addEventListener('click', press);
  row.settingEl.addEventListener('keydown', (event) => {
    if (event.target !== row.settingEl || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    press();
  });
}
