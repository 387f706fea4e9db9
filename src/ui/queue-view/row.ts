import { setIcon } from 'obsidian';
import { withoutDirections } from '../../i18n/format';
import type { Messages } from '../../i18n/messages';
import type { QueueEntry } from '../../inbox/queue';
import { isQueued, offerOf, type Act } from './acts';
import { rowText, type RowContext } from './row-text';
import type { SectionId } from './sections';

/** Actions whose button shows an icon; the other buttons show text. */
const icons: Readonly<Partial<Record<Act | 'menu', string>>> = {
  cancel: 'x',
  forget: 'x',
  'open-note': 'file-text',
  rename: 'pencil',
  menu: 'ellipsis',
};

/** One PDF in the list. The attribute `data-act` of a clicked element contains the action. */
export class Row {
  readonly el: HTMLElement;
  readonly #name: HTMLElement;
  readonly #detail: HTMLElement;
  readonly #buttons: HTMLElement;
  #progress: HTMLProgressElement | null = null;
  #shown = '';
  #entry: QueueEntry;

  constructor(
    readonly section: SectionId,
    entry: QueueEntry,
    private readonly context: () => RowContext,
  ) {
    this.#entry = entry;
    this.el = createDiv({ cls: 'pdf-inbox-queue-row', attr: { role: 'row', tabindex: '-1' } });
    const text = this.el.createDiv({ cls: 'pdf-inbox-queue-text', attr: { role: 'gridcell' } });
    this.#name = text.createDiv({ cls: 'pdf-inbox-queue-name', attr: { 'data-act': 'open' } });
    this.#detail = text.createDiv({ cls: 'pdf-inbox-queue-detail' });
    this.#buttons = this.el.createDiv({ cls: 'pdf-inbox-queue-buttons', attr: { role: 'gridcell' } });
    this.#draw();
  }

  get entry(): QueueEntry {
    return this.#entry;
  }

  /** Shows another state of the same PDF. */
  update(entry: QueueEntry): void {
    if (entry === this.#entry) return;
    this.#entry = entry;
    this.#draw();
  }

  /** Sets whether the Tab key reaches the row and its buttons. */
  setReachable(reachable: boolean): void {
    for (const el of [this.el, ...this.buttons]) el.tabIndex = reachable ? 0 : -1;
  }

  get buttons(): readonly HTMLElement[] {
    return this.#buttons.findAll('button');
  }

  #draw(): void {
    const context = this.context();
    const { detail, progress } = rowText(this.#entry, context);
    const name = withoutDirections(this.#entry.file.name);
    if (this.#name.textContent !== name) this.#name.setText(name);
    this.el.draggable = isQueued(this.#entry);
    if (this.#detail.textContent !== detail) this.#detail.setText(detail);
    this.#drawProgress(progress, detail);
    const { shown } = offerOf(this.section, this.#entry);
    if (shown.join() === this.#shown) return;
    this.#shown = shown.join();
    this.#buttons.empty();
    for (const act of [...shown, 'menu'] as const) this.#button(act, context.messages);
  }

  #button(act: Act | 'menu', { queue }: Messages): void {
    const icon = icons[act];
    const label = queue.acts[act];
    const attr = { 'data-act': act, tabindex: String(this.el.tabIndex) };
    if (icon === undefined) this.#buttons.createEl('button', { text: label, attr });
    else {
      const named = { ...attr, 'aria-label': label, ...(act === 'menu' ? { 'aria-haspopup': 'menu' } : {}) };
      setIcon(this.#buttons.createEl('button', { cls: 'clickable-icon', attr: named }), icon);
    }
  }

  #drawProgress(progress: number | null | undefined, label: string): void {
    if (progress === undefined) return;
    this.#progress ??= this.#detail.parentElement?.createEl('progress') ?? null;
    this.#progress?.setAttr('aria-label', label);
    if (progress === null) this.#progress?.removeAttribute('value');
    else this.#progress?.setAttr('value', progress);
  }
}
