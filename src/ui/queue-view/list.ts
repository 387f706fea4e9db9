import { Keymap, type UserEvent } from 'obsidian';
import type { QueueEntry } from '../../inbox/queue';
import { isQueued, offerOf, type Act } from './acts';
import { reorderByDragging } from './drag';
import type { Row } from './row';
import type { RowContext } from './row-text';
import { Section } from './section';
import { sectionIds, type Sections } from './sections';

/** Events that the list reports. */
export interface ListEvents {
  act(act: Act, entry: QueueEntry, event: UserEvent): void;
  /** The user opened the row's menu at this point of the window, in CSS pixels. */
  menu(row: Row, at: { readonly x: number; readonly y: number }): void;
  /** The user moved a waiting PDF to this index in the list of waiting PDFs. Indexes start at 0. */
  move(entry: QueueEntry, to: number): void;
}

/**
 * All sections with their rows, as one grid. The Tab key reaches one row and its buttons; arrow keys move to
 * the other rows. When the PDF of the focused row moves to another section, the focus moves with it. When
 * this PDF leaves the list, the focus moves to the next row.
 */
export class List {
  readonly el: HTMLElement;
  readonly #sections: readonly Section[];
  #reachable: Row | null = null;

  constructor(
    parent: HTMLElement,
    context: () => RowContext,
    private readonly events: ListEvents,
  ) {
    const label = context().messages.queue.list;
    this.el = parent.createDiv({ cls: 'pdf-inbox-queue-list', attr: { role: 'grid', 'aria-label': label } });
    this.#sections = sectionIds.map((id) => new Section(id, context));
    for (const section of this.#sections) {
      this.el.append(section.el);
      if (section.id === 'waiting') reorderByDragging(section, (entry, to) => events.move(entry, to));
    }
    this.el.addEventListener('click', (event) => this.#click(event));
    this.el.addEventListener('auxclick', (event) => this.#click(event));
    this.el.addEventListener('contextmenu', (event) => this.#contextMenu(event));
    this.el.addEventListener('keydown', (event) => this.#key(event));
    this.el.addEventListener('focusin', ({ target }) => this.#reach(this.#rowAt(target)));
  }

  /**
   * Shows these sections. Creates rows until the time `until` (as in `performance.now()`), and returns false
   * when some rows are still missing.
   */
  show(sections: Sections, until: number): boolean {
    const focused = this.el.doc.activeElement;
    const focusedRow = this.#rowAt(focused);
    const place = focusedRow ? this.#rows.indexOf(focusedRow) : -1;
    const complete = this.#sections
      .map((section) => section.show(sections[section.id], until))
      .every(Boolean);
    // An element loses the focus when it is moved, so the focus is set again.
    if (focusedRow) {
      if (focused?.isConnected && focused.instanceOf(HTMLElement)) focused.focus({ preventScroll: true });
      else this.#focus(this.#nextFocus(focusedRow, place));
    }
    if (!this.#reachable?.el.isConnected) this.#reach(this.#rows[0] ?? null);
    return complete;
  }

  get #rows(): readonly Row[] {
    return this.#sections.flatMap(({ rows }) => rows);
  }

  #nextFocus(row: Row, place: number): Row | undefined {
    if (row.el.isConnected) return row;
    const rows = this.#rows;
    const { file } = row.entry;
    return (
      this.#sections.flatMap((section) => section.rowOf(file) ?? [])[0] ??
      rows[Math.min(place, rows.length - 1)]
    );
  }

  #rowAt(target: EventTarget | null): Row | null {
    const el = target instanceof Element ? target.closest('.pdf-inbox-queue-row') : null;
    return el === null ? null : (this.#sections.flatMap((section) => section.rowAt(el) ?? [])[0] ?? null);
  }

  #reach(row: Row | null): void {
    if (row === null || row === this.#reachable) return;
    this.#reachable?.setReachable(false);
    this.#reachable = row;
    row.setReachable(true);
  }

  #focus(row: Row | undefined): void {
    row?.el.focus();
  }

  #click(event: MouseEvent): void {
    const row = this.#rowAt(event.target);
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-act]') : null;
    if (!row || event.button > 1) return;
    const act = target?.getAttr('data-act');
    const { shown, open } = offerOf(row.section, row.entry);
    const chosen = shown.find((each) => each === act);
    if (act === 'menu') this.#menuBelow(row, target ?? row.el);
    else if (chosen) this.events.act(chosen, row.entry, event);
    else if (act === 'open') this.events.act(open, row.entry, event);
  }

  #contextMenu(event: MouseEvent): void {
    const row = this.#rowAt(event.target);
    if (!row) return;
    event.preventDefault();
    // The context-menu key gives no pointer position, so the menu is opened below the row.
    if (event.clientX === 0 && event.clientY === 0) this.#menuBelow(row, row.el);
    else this.events.menu(row, { x: event.clientX, y: event.clientY });
  }

  #menuBelow(row: Row, el: HTMLElement): void {
    const { left, bottom } = el.getBoundingClientRect();
    this.events.menu(row, { x: left, y: bottom });
  }

  #key(event: KeyboardEvent): void {
    const row = this.#rowAt(event.target);
    if (!row || event.isComposing) return;
    const done = event.altKey
      ? this.#moveKey(event, row)
      : this.#actKey(event, row) || this.#goKey(event, row);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #moveKey(event: KeyboardEvent, row: Row): boolean {
    const { key } = event;
    if ((key !== 'ArrowUp' && key !== 'ArrowDown') || !isQueued(row.entry)) return false;
    this.events.act(key === 'ArrowUp' ? 'up' : 'down', row.entry, event);
    return true;
  }

  /**
   * Handles the keys for actions on a row. Returns false if a button has the focus, because a button handles
   * Enter itself.
   */
  #actKey(event: KeyboardEvent, row: Row): boolean {
    if (event.target !== row.el) return false;
    const { shown, more, open } = offerOf(row.section, row.entry);
    if (event.key === 'Enter') this.events.act(open, row.entry, event);
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      const act = [...shown, ...more].find((each) => each === 'cancel' || each === 'forget');
      if (act) this.events.act(act, row.entry, event);
    } else if (event.key === 'F10' && event.shiftKey) this.#menuBelow(row, row.el);
    else return false;
    return true;
  }

  #goKey(event: KeyboardEvent, row: Row): boolean {
    if (event.shiftKey || Keymap.isModifier(event, 'Mod')) return false;
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const stops = [row.el, ...row.buttons];
      const at = stops.findIndex((stop) => stop === event.target);
      stops[at + (event.key === 'ArrowRight' ? 1 : -1)]?.focus();
      return true;
    }
    const rows = this.#rows;
    const places: Readonly<Record<string, number>> = {
      ArrowUp: Math.max(0, rows.indexOf(row) - 1),
      ArrowDown: rows.indexOf(row) + 1,
      Home: 0,
      End: rows.length - 1,
    };
    const to = places[event.key];
    if (to === undefined) return false;
    this.#focus(rows[to]);
    return true;
  }
}
