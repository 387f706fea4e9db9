import { Modal, ProgressBarComponent, type App } from 'obsidian';
import { format, type Messages } from '../i18n/messages';
import { ownTexts, type SentPreview } from '../pipeline/preview';
import { MARKS } from '../redact/redactor';

/**
 * Shows the text that would be sent for a PDF. The marks that replace private values are highlighted. The
 * window is opened before the PDF is read, because reading a long PDF takes seconds.
 */
export class PreviewModal extends Modal {
  readonly #words: Messages['preview'];
  readonly #closing = new AbortController();
  /** Aborted when the window is closed. */
  readonly closing = this.#closing.signal;
  readonly #status: HTMLElement;
  readonly #bar: ProgressBarComponent;

  /** @param waits true when another PDF is being digested, which makes the reading slower */
  constructor(app: App, name: string, { preview: words }: Messages, waits: boolean) {
    super(app);
    this.#words = words;
    this.setTitle(format(words.title, { name }));
    this.contentEl.addClass('pdf-inbox-sent');
    this.#status = this.contentEl.createEl('p', { attr: { role: 'status' } });
    this.#status.setText(waits ? words.waiting : words.reading);
    this.#bar = new ProgressBarComponent(this.contentEl);
  }

  override onClose(): void {
    this.#closing.abort();
    this.contentEl.empty();
  }

  /** Shows how many of the pages have been read. */
  progress(done: number, of: number): void {
    this.#status.setText(format(this.#words.pages, { done, of }));
    this.#bar.setValue(of === 0 ? 100 : (100 * done) / of);
  }

  /**
   * Shows the texts. Does nothing if the window is already closed.
   * @param isOnDevice true when no value is replaced, because the model runs on this device
   */
  show({ requests, images }: SentPreview, isOnDevice: boolean): void {
    if (this.closing.aborted) return;
    const words = this.#words;
    const texts = requests.flatMap((request) => [ownTexts(request), request.lines]);
    const marks = new Set(texts.flatMap((text) => text.match(MARKS) ?? []));
    const { contentEl } = this;
    contentEl.empty();
    contentEl.createEl('p', { text: requests.length === 0 ? words.nothing : words.about });
    if (requests.length > 0) {
      const count = marks.size;
      const none = isOnDevice ? words.onDevice : words.noMarks;
      contentEl.createEl('p', { text: count === 0 ? none : format(words.marks, { count }) });
    }
    if (images > 0) contentEl.createEl('p', { text: format(words.images, { count: images }) });
    const [first] = requests;
    const own = first === undefined ? '' : ownTexts(first);
    if (own !== '') this.#add(words.instructions, own, true);
    const tags = first?.knownTags ?? [];
    if (tags.length > 0) this.#add(words.tags, tags.join(', '), false);
    requests.forEach(({ lines }, index) => {
      const part = format(words.part, { number: index + 1, of: requests.length });
      this.#add(part, lines, index === 0);
    });
  }

  /**
   * Adds a block of text that the user can fold. If the block is folded at first, its text is added when the
   * user opens it.
   */
  #add(title: string, text: string, isOpen: boolean): void {
    const details = this.contentEl.createEl('details');
    details.createEl('summary', { text: title });
    const show = (): void => {
      if (!details.open || details.querySelector('pre') !== null) return;
      const pre = details.createEl('pre');
      let from = 0;
      for (const { 0: mark, index } of text.matchAll(MARKS)) {
        pre.appendText(text.slice(from, index));
        pre.createEl('mark', { text: mark });
        from = index + mark.length;
      }
      pre.appendText(text.slice(from));
    };
    details.addEventListener('toggle', show);
    details.open = isOpen;
    show();
  }
}
