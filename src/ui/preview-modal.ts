import { Modal, type App } from 'obsidian';
import { format, type Messages } from '../i18n/messages';
import { ownTexts, type SentPreview } from '../pipeline/preview';
import { MARKS } from '../redact/redactor';

/**
 * Shows the text of a PDF that would be sent, with the marks highlighted. It is opened before the PDF is
 * read, because a long PDF takes seconds.
 */
export class PreviewModal extends Modal {
  readonly #words: Messages['preview'];
  readonly #closing = new AbortController();
  /** Aborted when the window is closed. */
  readonly closing = this.#closing.signal;

  constructor(app: App, name: string, { preview: words }: Messages) {
    super(app);
    this.#words = words;
    this.setTitle(format(words.title, { name }));
    this.contentEl.addClass('pdf-inbox-sent');
    this.contentEl.createEl('p', { text: words.reading, attr: { role: 'status' } });
  }

  override onClose(): void {
    this.#closing.abort();
  }

  show({ requests, images }: SentPreview): void {
    const words = this.#words;
    const texts = requests.flatMap((request) => [ownTexts(request), request.lines]);
    const marks = new Set(texts.flatMap((text) => text.match(MARKS) ?? []));
    const { contentEl } = this;
    contentEl.empty();
    contentEl.createEl('p', { text: requests.length === 0 ? words.nothing : words.about });
    if (requests.length > 0) {
      const count = marks.size;
      contentEl.createEl('p', { text: count === 0 ? words.noMarks : format(words.marks, { count }) });
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
