import { Modal, ProgressBarComponent, Setting, type App, type ButtonComponent } from 'obsidian';
import { format, type Messages } from '../i18n/messages';
import { chosen, isLarge, type Catalogue } from '../inbox/catalogue';
import { usualChoice, type Choice } from '../inbox/folder-jobs';
import { estimateText } from './estimate-text';
import { megabytes } from './megabytes';
import { modalButtons } from './modal-buttons';

export interface CatalogueModalPorts {
  readonly messages: Messages;
  /** The folder's name as the window shows it. */
  readonly name: string;
  /** True when the folder has just become the inbox. */
  readonly isNewInbox: boolean;
  /** True when digesting costs nothing, because the offline engine is chosen. */
  readonly isFree: boolean;
  /** True when a model checks the statements of each digest in a second reading, which costs tokens, too. */
  readonly readsTwice: boolean;
  /**
   * True when the folder overlaps the watched inbox. In this case, automatic work also leaves out the PDFs
   * that the user leaves out here.
   */
  readonly isWatched: boolean;
  /** Called once, when the window closes. The choice is null when the user cancelled. */
  readonly onAnswer: (choice: Choice | null) => void;
}

/**
 * Shows the progress while a folder is scanned, then the PDFs that were found, and asks which of them to
 * digest. Escape and Cancel close the window without a choice.
 */
export class CatalogueModal extends Modal {
  #choice: Choice = usualChoice;
  #answer: Choice | null = null;
  #bar: ProgressBarComponent | null = null;
  #counting: HTMLElement | null = null;

  constructor(
    app: App,
    private readonly ports: CatalogueModalPorts,
  ) {
    super(app);
  }

  override onOpen(): void {
    const { messages, name } = this.ports;
    this.modalEl.addClass('pdf-inbox-catalogue');
    this.setTitle(format(messages.catalogue.title, { folder: name }));
    this.#counting = this.contentEl.createEl('p');
    this.#bar = new ProgressBarComponent(this.contentEl);
    this.#addButtons();
  }

  override onClose(): void {
    this.contentEl.empty();
    this.ports.onAnswer(this.#answer);
  }

  /** Shows how many of the folder's files have been scanned. */
  progress(done: number, total: number): void {
    this.#counting?.setText(format(this.ports.messages.catalogue.counting, { done, total }));
    this.#bar?.setValue(total === 0 ? 100 : (100 * done) / total);
  }

  show(catalogue: Catalogue): void {
    const { catalogue: words } = this.ports.messages;
    const { fresh, done, leftOut, waiting } = catalogue;
    this.#counting = this.#bar = null;
    this.contentEl.empty();
    if (this.ports.isNewInbox) this.contentEl.createEl('p', { text: words.newInbox });
    const list = this.contentEl.createEl('ul');
    const counted: [string, number][] = [
      [words.fresh, fresh.length],
      [words.done, done],
      [words.leftOut, leftOut],
      [words.waiting, waiting],
    ];
    for (const [text, count] of counted) {
      if (count > 0)
        list.createEl('li', { text: format(text, { count: number(count), size: sizeOfAll(fresh) }) });
    }
    const rows = this.#addChoices(catalogue, () => update());
    const estimate = this.contentEl.createEl('p', { attr: { 'aria-live': 'polite' } });
    this.contentEl.createEl('p', { cls: 'setting-item-description', text: words.background });
    if (this.ports.isWatched)
      this.contentEl.createEl('p', { cls: 'setting-item-description', text: words.foundAgain });
    const start = this.#addButtons();
    const update = (): void => {
      const picked = chosen(fresh, this.#choice);
      start?.setButtonText(
        picked.length === 0 ? words.nothing : format(words.start, { count: number(picked.length) }),
      );
      start?.setDisabled(picked.length === 0);
      const sizes = picked.map(({ size }) => size);
      const { isFree, readsTwice } = this.ports;
      estimate.setText(isFree ? words.free : estimateText(words.estimate, sizes, readsTwice));
      rows();
    };
    update();
    start?.buttonEl.focus();
  }

  /**
   * Adds a row for each kind of PDF that can be left out. Returns a function that updates the number of large
   * PDFs.
   */
  #addChoices({ fresh }: Catalogue, onChange: () => void): () => void {
    const { catalogue: words } = this.ports.messages;
    const change = (part: Partial<Choice>): void => {
      this.#choice = { ...this.#choice, ...part };
      onChange();
    };
    const add = (key: 'subfolders' | 'locked' | 'large', count: number): Setting =>
      new Setting(this.contentEl)
        .setName(words[key].name)
        .setDesc(format(words[key].description, { count: number(count) }));
    const addToggle = (row: Setting, key: 'subfolders' | 'locked' | 'large'): void => {
      row.addToggle((toggle) => {
        toggle.setValue(this.#choice[key]).onChange((value) => change({ [key]: value }));
        toggle.toggleEl.setAttribute('aria-label', `${words.include}: ${words[key].name}`);
      });
    };
    const below = fresh.filter((pdf) => pdf.below).length;
    const locked = fresh.filter((pdf) => pdf.locked).length;
    if (below > 0) addToggle(add('subfolders', below), 'subfolders');
    if (locked > 0) addToggle(add('locked', locked), 'locked');
    const large = (): number => fresh.filter((pdf) => isLarge(pdf, this.#choice)).length;
    const row = add('large', large()).addText((text) => {
      text.inputEl.type = 'number';
      text.inputEl.min = '1';
      text.inputEl.setAttribute('aria-label', words.large.limit);
      text.setValue(String(this.#choice.limit)).onChange((value) => {
        if (Number(value) > 0) change({ limit: Number(value) });
      });
    });
    addToggle(row, 'large');
    return () => {
      row.setDesc(format(words.large.description, { count: number(large()) }));
    };
  }

  /** Adds the row of buttons. After the scan, the row has a start button, which is returned. */
  #addButtons(): ButtonComponent | undefined {
    const { cancel } = this.ports.messages.catalogue;
    const button = modalButtons(this.contentEl);
    const begin = (): void => {
      this.#answer = this.#choice;
      this.close();
    };
    const start = this.#bar === null ? button('', begin).setCta() : undefined;
    button(cancel, () => this.close());
    return start;
  }
}

function number(count: number): string {
  return count.toLocaleString();
}

function sizeOfAll(pdfs: Catalogue['fresh']): string {
  return megabytes(pdfs.reduce((sum, { size }) => sum + size, 0));
}
