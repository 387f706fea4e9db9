import { AbstractInputSuggest } from '../input-suggest';
import type { FilesApp } from '../ports';
import { prepareFuzzySearch } from '../search';

/** Suggests paths of the vault in a text field. */
export class PathSuggest extends AbstractInputSuggest<string, FilesApp> {
  /** @param paths returns the current paths; called at each keystroke */
  constructor(
    app: FilesApp,
    inputEl: HTMLInputElement,
    private readonly paths: () => readonly string[],
  ) {
    super(app, inputEl);
  }

  protected override getSuggestions(query: string): string[] {
    const search = prepareFuzzySearch(query);
    return this.paths().filter((path) => search(path) !== null);
  }

  override renderSuggestion(path: string, el: HTMLElement): void {
    el.setText(path);
  }
}
