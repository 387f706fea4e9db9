import { SuggestModal, type App } from 'obsidian';
import { toFailure } from '../failure';
import { failureText, format, type Messages } from '../i18n/messages';
import { nearestFirst } from '../llm/nearest-models';

/** Loads the models for the picker, and receives the choice. */
export interface ModelChoice {
  /** Resolves to the names of the endpoint's models. @throws Failure */
  readonly load: (signal: AbortSignal) => Promise<readonly string[]>;
  readonly onChoose: (model: string) => void;
  /** A model name that the endpoint does not know. The picker shows the most similar names first. */
  readonly unknown?: string | undefined;
}

/**
 * Offers the endpoint's models. The user can also type any other name, because some endpoints do not list
 * all of their models.
 */
export class ModelPicker extends SuggestModal<string> {
  readonly #closing = new AbortController();
  readonly #status: HTMLElement;
  #models: readonly string[] = [];

  constructor(
    app: App,
    private readonly messages: Messages,
    private readonly choice: ModelChoice,
  ) {
    super(app);
    const words = messages.settings.modelPicker;
    this.setPlaceholder(words.placeholder);
    this.emptyStateText = '';
    this.#status = createDiv({
      cls: 'pdf-inbox-picker-status',
      text: words.loading,
      attr: { role: 'status' },
    });
    this.resultContainerEl.before(this.#status);
  }

  override onOpen(): void {
    void super.onOpen();
    void this.#load();
  }

  override onClose(): void {
    this.#closing.abort();
    super.onClose();
  }

  override getSuggestions(query: string): string[] {
    const typed = query.trim();
    const wanted = typed.toLowerCase().split(/\s+/);
    const found = this.#models.filter((model) => wanted.every((word) => model.toLowerCase().includes(word)));
    return typed === '' || this.#models.includes(typed) ? found : [...found, typed];
  }

  override renderSuggestion(model: string, element: HTMLElement): void {
    const isKnown = this.#models.includes(model);
    element.setText(isKnown ? model : format(this.messages.settings.modelPicker.useTyped, { model }));
  }

  override onChooseSuggestion(model: string): void {
    this.choice.onChoose(model);
  }

  async #load(): Promise<void> {
    const words = this.messages.settings.modelPicker;
    const { load, unknown } = this.choice;
    let status = unknown ? format(words.unknown, { model: unknown }) : '';
    try {
      const models = await load(this.#closing.signal);
      this.#models = unknown ? nearestFirst(models, unknown) : models;
      if (this.#models.length === 0) status = words.none;
    } catch (thrown) {
      if (this.#closing.signal.aborted) return;
      status = format(words.failure, { ...failureText(this.messages, toFailure(thrown)) });
    }
    this.#status.setText(status);
    this.#status.toggle(status !== '');
    // An `input` event makes the app draw the list again.
    this.inputEl.dispatchEvent(new Event('input'));
  }
}
