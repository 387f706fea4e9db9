import { AbstractInputSuggest, type App } from 'obsidian';

/** Suggests the vault's folders while the user types. Any other name is also accepted. */
export class FolderSuggest extends AbstractInputSuggest<string> {
  constructor(
    app: App,
    private readonly input: HTMLInputElement,
  ) {
    super(app, input);
  }

  protected override getSuggestions(query: string): string[] {
    const typed = query.toLowerCase();
    const paths = this.app.vault.getAllFolders(true).map(({ path }) => path);
    return paths.filter((path) => path.toLowerCase().includes(typed) && path !== query);
  }

  override renderSuggestion(path: string, element: HTMLElement): void {
    element.setText(path);
  }

  override selectSuggestion(path: string): void {
    this.setValue(path);
    this.input.dispatchEvent(new Event('input'));
    this.close();
  }
}
