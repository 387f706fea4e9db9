/** Renders the suggestions of a {@link SuggestionList}, and learns which one the user chose. */
export interface SuggestionOwner<T> {
  renderSuggestion(value: T, el: HTMLElement): void;
  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}

/** Suggestions below a text field. Arrow keys select a suggestion. Enter and a click choose it. */
export class SuggestionList<T> {
  #values: readonly T[] = [];
  #selected = 0;

  constructor(
    readonly containerEl: HTMLElement,
    private readonly owner: SuggestionOwner<T>,
  ) {}

  /** Replaces the suggestions and selects the first. Shows at most `limit` of them; 0 means all. */
  show(values: readonly T[], limit: number): void {
    this.#values = limit > 0 ? values.slice(0, limit) : values;
    this.containerEl.empty();
    for (const [index, value] of this.#values.entries()) this.#draw(value, index);
    this.select(0);
  }

  get isEmpty(): boolean {
    return this.#values.length === 0;
  }

  /** Chooses the selected suggestion. Returns false when there is none. */
  choose(event: MouseEvent | KeyboardEvent): boolean {
    const value = this.#values[this.#selected];
    if (value === undefined) return false;
    this.owner.selectSuggestion(value, event);
    return true;
  }

  /** Moves the selection by some lines and wraps around at the ends. */
  move(lines: number): void {
    const count = this.#values.length;
    if (count > 0) this.select((this.#selected + lines + count) % count);
  }

  select(index: number): void {
    this.#selected = index;
    for (const [at, line] of [...this.containerEl.children].entries()) {
      line.toggleClass('is-selected', at === index);
      if (at === index) line.scrollIntoView({ block: 'nearest' });
    }
  }

  #draw(value: T, index: number): void {
    const line = this.containerEl.createDiv('suggestion-item');
    this.owner.renderSuggestion(value, line);
    line.addEventListener('pointermove', () => {
      this.select(index);
    });
    // The focus stays in the field. Otherwise the list would close before it receives the click.
    line.addEventListener('mousedown', (event) => {
      event.preventDefault();
    });
    line.addEventListener('click', (event) => {
      this.owner.selectSuggestion(value, event);
    });
  }
}
