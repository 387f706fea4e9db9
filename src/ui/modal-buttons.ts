import { ButtonComponent } from 'obsidian';

/** Makes the row that ends a modal, in the app's own layout, and returns what adds a button to it. */
export function modalButtons(parent: HTMLElement): (text: string, act: () => unknown) => ButtonComponent {
  const row = parent.createDiv('modal-button-container');
  return (text, act) => new ButtonComponent(row).setButtonText(text).onClick(act);
}
