import { Setting, type TextComponent } from 'obsidian';

/** Adds a row with a text field to a modal. When the user types, the error below the field is removed. */
export function textRow(
  parent: HTMLElement,
  { name, description = '' }: { readonly name: string; readonly description?: string },
  onChange: (value: string) => void,
  prepare: (text: TextComponent) => unknown,
): Setting {
  const row = new Setting(parent).setName(name).setDesc(description);
  return row.addText((text) => {
    text.inputEl.setAttribute('aria-label', name);
    prepare(text);
    text.onChange((value) => {
      row.setErrorMessage(null);
      onChange(value);
    });
  });
}
