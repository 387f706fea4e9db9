import type { FuzzyMatch, Instruction } from 'obsidian';
import { Modal } from './modal';
import type { KeyboardApp } from './ports';
import { prepareFuzzySearch, renderResults, sortSearchResults } from './search';
import { SuggestionList } from './suggestion-list';

/**
 * A modal with a text field and matching suggestions. The user selects with arrow keys, Enter or the mouse.
 */
export abstract class SuggestModal<T> extends Modal {
  limit = 100;
  emptyStateText = 'No results found.';
  readonly inputEl: HTMLInputElement;
  readonly resultContainerEl: HTMLElement;
  readonly #list: SuggestionList<T>;
  #turn = 0;

  constructor(app: KeyboardApp) {
    super(app);
    this.modalEl.className = 'prompt';
    this.modalEl.empty();
    this.inputEl = this.modalEl.createDiv('prompt-input-container').createEl('input', {
      cls: 'prompt-input',
      type: 'text',
      attr: { autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'done' },
    });
    this.resultContainerEl = this.modalEl.createDiv('prompt-results');
    this.#list = new SuggestionList<T>(this.resultContainerEl, {
      renderSuggestion: (value, el) => {
        this.renderSuggestion(value, el);
      },
      selectSuggestion: (value, event) => {
        this.selectSuggestion(value, event);
      },
    });
    this.inputEl.addEventListener('input', () => void this.#refresh());
    this.#bindKeys();
  }

  abstract getSuggestions(query: string): T[] | Promise<T[]>;
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract onChooseSuggestion(item: T, event: MouseEvent | KeyboardEvent): void;

  override open(): void {
    super.open();
    this.inputEl.focus();
    void this.#refresh();
  }

  setPlaceholder(placeholder: string): void {
    this.inputEl.placeholder = placeholder;
  }

  setInstructions(instructions: Instruction[]): void {
    this.modalEl.querySelector('.prompt-instructions')?.remove();
    const bar = this.modalEl.createDiv('prompt-instructions');
    for (const { command, purpose } of instructions) {
      const line = bar.createDiv('prompt-instruction');
      line.createSpan({ cls: 'prompt-instruction-command', text: command });
      line.createSpan({ text: purpose });
    }
  }

  onNoSuggestion(): void {
    this.resultContainerEl.empty();
    if (this.emptyStateText !== '')
      this.resultContainerEl.createDiv({ cls: 'suggestion-empty', text: this.emptyStateText });
  }

  /** Closes the modal, then passes the selected value to {@link onChooseSuggestion}. */
  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.close();
    this.onChooseSuggestion(value, event);
  }

  selectActiveSuggestion(event: MouseEvent | KeyboardEvent): void {
    this.#list.choose(event);
  }

  #bindKeys(): void {
    const move = (lines: number) => () => {
      this.#list.move(lines);
      return false;
    };
    this.scope.register([], 'ArrowDown', move(1));
    this.scope.register([], 'ArrowUp', move(-1));
    this.scope.register(null, 'Enter', (event) => {
      this.selectActiveSuggestion(event);
      return false;
    });
  }

  /**
   * Updates the suggestions. The results of an earlier query can arrive after the results of a later one, so
   * only the results of the last query are shown.
   */
  async #refresh(): Promise<void> {
    const turn = ++this.#turn;
    const values = await this.getSuggestions(this.inputEl.value);
    if (turn !== this.#turn) return;
    this.#list.show(values, this.limit);
    if (values.length === 0) this.onNoSuggestion();
  }
}

/** A {@link SuggestModal} with a fixed list of items. It shows the items whose text matches the query. */
export abstract class FuzzySuggestModal<T> extends SuggestModal<FuzzyMatch<T>> {
  abstract getItems(): T[];
  abstract getItemText(item: T): string;
  abstract onChooseItem(item: T, event: MouseEvent | KeyboardEvent): void;

  override getSuggestions(query: string): FuzzyMatch<T>[] {
    const search = prepareFuzzySearch(query);
    const found = this.getItems().flatMap((item) => {
      const match = search(this.getItemText(item));
      return match === null ? [] : [{ item, match }];
    });
    if (query.trim() !== '') sortSearchResults(found);
    return found;
  }

  override renderSuggestion(found: FuzzyMatch<T>, el: HTMLElement): void {
    renderResults(el, this.getItemText(found.item), found.match);
  }

  override onChooseSuggestion(found: FuzzyMatch<T>, event: MouseEvent | KeyboardEvent): void {
    this.onChooseItem(found.item, event);
  }
}
