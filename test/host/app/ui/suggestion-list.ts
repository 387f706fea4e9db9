/** What is done with the suggestions of a {@link SuggestionList}. */
export interface SuggestionOwner<T> {
  renderSuggestion(value: T, el: HTMLElement): void;
  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}

/** Suggestions under a text field: one of them is selected; arrows move, Enter and a click choose. */
export class SuggestionList<T> {
  #values: readonly T[] = [];
  #selected = 0;

  constructor(
    readonly containerEl: HTMLElement,
    private readonly owner: SuggestionOwner<T>,
  ) {}

  /** Replaces what is listed; at most `limit` are drawn, 0 draws all. The first is selected. */
  show(values: readonly T[], limit: number): void {
    this.#values = limit > 0 ? values.slice(0, limit) : values;
    this.containerEl.empty();
    for (const [index, value] of this.#values.entries()) this.#draw(value, index);
    this.select(0);
  }

  get isEmpty(): boolean {
    return this.#values.length === 0;
  }

  /** Chooses the selected one, if there is one. Answers whether there was. */
  choose(event: MouseEvent | KeyboardEvent): boolean {
    const value = this.#values[this.#selected];
    if (value === undefined) return false;
    this.owner.selectSuggestion(value, event);
    return true;
  }

  /** Moves the selection by some lines, round the ends. */
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
    // The field keeps the focus: a click must not take it away before it is seen.
    line.addEventListener('mousedown', (event) => {
      event.preventDefault();
    });
    line.addEventListener('click', (event) => {
      this.owner.selectSuggestion(value, event);
    });
  }
}
