import { ButtonComponent, type Setting } from 'obsidian';

/** Adds a row of buttons to a modal. Returns a function that adds a button to the row. */
export function modalButtons(parent: HTMLElement): (text: string, act: () => unknown) => ButtonComponent {
  const row = parent.createDiv('modal-button-container');
  return (text, act) => new ButtonComponent(row).setButtonText(text).onClick(act);
}

/** Shows an error below a field of a modal. Moves the focus to the field, so that it scrolls into view. */
export function refuse(field: Setting, error: string): void {
  field.setErrorMessage(error);
  field.controlEl.querySelector('input')?.focus();
}
