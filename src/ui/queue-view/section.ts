import { setIcon } from 'obsidian';
import type { QueueEntry } from '../../inbox/queue';
import type { PdfFile } from '../../inbox/vault';
import { Row } from './row';
import type { RowContext } from './row-text';
import type { SectionId } from './sections';

/** One section of the queue view: a heading that folds the section, and a row for each PDF. */
export class Section {
  readonly el: HTMLElement;
  readonly #count: HTMLElement;
  readonly #body: HTMLElement;
  readonly #rows = new Map<PdfFile, Row>();
  readonly #byElement = new Map<Element, Row>();

  constructor(
    readonly id: SectionId,
    private readonly context: () => RowContext,
  ) {
    this.el = createDiv({ cls: 'pdf-inbox-queue-section', attr: { role: 'rowgroup', 'data-section': id } });
    const cell = this.el.createDiv({ attr: { role: 'row' } }).createDiv({ attr: { role: 'rowheader' } });
    const heading = cell.createEl('button', {
      cls: ['pdf-inbox-queue-heading', 'clickable-icon'],
      attr: { 'aria-expanded': 'true' },
    });
    setIcon(heading.createSpan({ cls: 'pdf-inbox-queue-fold' }), 'chevron-down');
    heading.createSpan({ text: context().messages.queue.sections[id] });
    this.#count = heading.createSpan({ cls: 'pdf-inbox-queue-count' });
    this.#body = this.el.createDiv({ cls: 'pdf-inbox-queue-rows', attr: { role: 'presentation' } });
    heading.addEventListener('click', () => {
      const folded = this.el.classList.toggle('is-collapsed');
      heading.setAttr('aria-expanded', String(!folded));
    });
    this.el.hide();
  }

  /** The visible rows, from the top. Empty while the section is folded. */
  get rows(): readonly Row[] {
    if (this.el.hasClass('is-collapsed')) return [];
    return Array.from(this.#body.children).flatMap((el) => this.#byElement.get(el) ?? []);
  }

  rowAt(el: Element): Row | undefined {
    return this.#byElement.get(el);
  }

  rowOf(file: PdfFile): Row | undefined {
    return this.#rows.get(file);
  }

  /**
   * Shows these entries in this order, and changes only the rows that differ. Creates rows until the time
   * `until` (as in `performance.now()`), and returns false when some rows are still missing.
   */
  show(entries: readonly QueueEntry[], until: number): boolean {
    this.#dropAllBut(new Set(entries.map(({ file }) => file)));
    this.#count.setText(String(entries.length));
    this.el.toggle(entries.length > 0);
    let place = this.#body.firstElementChild;
    for (const entry of entries) {
      let row = this.#rows.get(entry.file);
      if (row) row.update(entry);
      else if (performance.now() > until) return false;
      else row = this.#make(entry);
      if (row.el === place) place = place.nextElementSibling;
      else this.#body.insertBefore(row.el, place);
    }
    return true;
  }

  #make(entry: QueueEntry): Row {
    const row = new Row(this.id, entry, this.context);
    this.#rows.set(entry.file, row);
    this.#byElement.set(row.el, row);
    return row;
  }

  #dropAllBut(kept: ReadonlySet<PdfFile>): void {
    for (const [file, row] of this.#rows) {
      if (kept.has(file)) continue;
      row.el.remove();
      this.#rows.delete(file);
      this.#byElement.delete(row.el);
    }
  }
}
