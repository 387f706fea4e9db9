import { Scope } from './keymap';
import { SuggestionList } from './suggestion-list';

/** A list of suggestions next to an element. */
export abstract class PopoverSuggest<T, A = unknown> {
  readonly suggestEl: HTMLElement = createDiv('suggestion-container');
  protected readonly suggestions: SuggestionList<T>;

  constructor(
    readonly app: A,
    readonly scope: Scope = new Scope(),
  ) {
    this.suggestions = new SuggestionList<T>(this.suggestEl.createDiv('suggestion'), {
      renderSuggestion: (value, el) => {
        this.renderSuggestion(value, el);
      },
      selectSuggestion: (value, event) => {
        this.selectSuggestion(value, event);
      },
    });
  }

  get isOpen(): boolean {
    return this.suggestEl.isConnected;
  }

  open(): void {
    document.body.append(this.suggestEl);
  }

  close(): void {
    this.suggestEl.remove();
  }

  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}

/** Suggestions for text typed into a field or an editable element. Escape closes only the list. */
export abstract class AbstractInputSuggest<T, A = unknown> extends PopoverSuggest<T, A> {
  limit = 100;
  #chosen: ((value: T, event: MouseEvent | KeyboardEvent) => unknown) | undefined;
  #turn = 0;

  constructor(
    app: A,
    readonly textInputEl: HTMLInputElement | HTMLDivElement,
  ) {
    super(app);
    textInputEl.addEventListener('input', () => void this.#refresh());
    textInputEl.addEventListener('focus', () => void this.#refresh());
    textInputEl.addEventListener('blur', () => {
      this.close();
    });
    textInputEl.addEventListener('keydown', (event) => {
      if (event instanceof KeyboardEvent) this.#onKey(event);
    });
  }

  protected abstract getSuggestions(query: string): T[] | Promise<T[]>;

  setValue(value: string): void {
    if (this.textInputEl instanceof HTMLInputElement) this.textInputEl.value = value;
    else this.textInputEl.textContent = value;
  }

  getValue(): string {
    if (this.textInputEl instanceof HTMLInputElement) return this.textInputEl.value;
    return this.textInputEl.textContent;
  }

  override selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    void this.#chosen?.(value, event);
  }

  onSelect(callback: (value: T, event: MouseEvent | KeyboardEvent) => unknown): this {
    this.#chosen = callback;
    return this;
  }

  override close(): void {
    this.#turn += 1;
    super.close();
  }

  async #refresh(): Promise<void> {
    const turn = ++this.#turn;
    const values = await this.getSuggestions(this.getValue());
    if (turn !== this.#turn) return;
    if (values.length === 0) {
      this.close();
      return;
    }
    this.suggestions.show(values, this.limit);
    this.#place();
    this.open();
  }

  #place(): void {
    const box = this.textInputEl.getBoundingClientRect();
    this.suggestEl.setCssProps({
      '--suggest-left': `${String(box.left)}px`,
      '--suggest-top': `${String(box.bottom + 4)}px`,
      '--suggest-width': `${String(box.width)}px`,
    });
  }

  #onKey(event: KeyboardEvent): void {
    if (!this.isOpen || event.isComposing) return;
    if (event.key === 'ArrowDown') this.suggestions.move(1);
    else if (event.key === 'ArrowUp') this.suggestions.move(-1);
    else if (event.key === 'Enter') this.suggestions.choose(event);
    else if (event.key === 'Escape') this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
