import { Modal, Setting, type App, type ButtonComponent } from 'obsidian';
import { format, type Messages } from '../../i18n/messages';
import type { Pair } from '../pairs';
import { modalButtons } from '../modal-buttons';

/** A PDF with its note, and the file name that the PDF can get. */
export interface Proposal {
  readonly pair: Pair;
  readonly to: string;
}

/**
 * Lists PDFs with the names that they can get. The user decides about each PDF, or about all remaining PDFs
 * at once. When the window closes, PDFs without a decision keep their names.
 */
export class RenameModal extends Modal {
  readonly #rows = new Map<Proposal, Setting>();
  #all: ButtonComponent | null = null;

  constructor(
    app: App,
    private readonly messages: Messages,
    private readonly proposals: readonly Proposal[],
    private readonly rename: (pairs: readonly Pair[]) => void,
  ) {
    super(app);
  }

  override onOpen(): void {
    const { rename: words } = this.messages;
    this.setTitle(words.newNames);
    this.modalEl.addClass('pdf-inbox-renames');
    const list = this.contentEl.createDiv();
    for (const proposal of this.proposals) this.#addRow(list, proposal);
    const button = modalButtons(this.contentEl);
    this.#all = button('', () => {
      this.rename([...this.#rows.keys()].map(({ pair }) => pair));
      this.close();
    }).setCta();
    button(words.keepAll, () => this.close());
    this.#count();
  }

  #addRow(list: HTMLElement, proposal: Proposal): void {
    const { rename: words } = this.messages;
    const { pair, to } = proposal;
    const row = new Setting(list)
      .setName(pair.pdf.name)
      .setDesc(format(words.becomes, { to }))
      .addButton((button) =>
        button.setButtonText(words.rename).onClick(() => {
          this.rename([pair]);
          this.#remove(proposal);
        }),
      )
      .addButton((button) => button.setButtonText(words.keep).onClick(() => this.#remove(proposal)));
    this.#rows.set(proposal, row);
  }

  #remove(proposal: Proposal): void {
    const proposals = [...this.#rows.keys()];
    const at = proposals.indexOf(proposal);
    const next = proposals[at + 1] ?? proposals[at - 1];
    this.#rows.get(proposal)?.settingEl.remove();
    this.#rows.delete(proposal);
    if (next === undefined) return this.close();
    this.#rows.get(next)?.controlEl.querySelector('button')?.focus();
    this.#count();
  }

  #count(): void {
    this.#all?.setButtonText(format(this.messages.rename.renameAll, { count: this.#rows.size }));
  }
}
