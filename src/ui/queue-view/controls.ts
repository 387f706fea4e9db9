import { setIcon } from 'obsidian';
import type { Messages } from '../../i18n/messages';

/** An action on the whole queue. */
export type Control = 'digest' | 'pause' | 'resume' | 'retryAll' | 'cancelAll' | 'clearDone';

const icons: Readonly<Record<Control, string>> = {
  digest: 'folder-search',
  pause: 'pause',
  resume: 'play',
  retryAll: 'rotate-ccw',
  cancelAll: 'list-x',
  clearDone: 'eraser',
};

/** The row of buttons below the list. */
export class Controls {
  readonly #buttons = new Map<Control, HTMLElement>();

  constructor(parent: HTMLElement, { queue }: Messages, act: (control: Control) => void) {
    const bar = parent
      .createDiv('nav-header')
      .createDiv({ cls: 'nav-buttons-container', attr: { role: 'group', 'aria-label': queue.controls } });
    for (const control of ['digest', 'pause', 'resume', 'retryAll', 'cancelAll', 'clearDone'] as const) {
      const attr = { 'aria-label': queue.controlNames[control], 'data-control': control };
      const button = bar.createEl('button', { cls: ['clickable-icon', 'nav-action-button'], attr });
      setIcon(button, icons[control]);
      button.addEventListener('click', () => {
        if (!button.hasClass('is-disabled')) act(control);
      });
      this.#buttons.set(control, button);
    }
  }

  /** Disables each control for which `useful` is false. A control that is not in `useful` is enabled. */
  show(paused: boolean, useful: Readonly<Partial<Record<Control, boolean>>>): void {
    for (const [control, button] of this.#buttons) {
      const off = useful[control] === false;
      // The attribute `disabled` would remove the focus from a button that was just pressed.
      button.toggleClass('is-disabled', off);
      button.setAttr('aria-disabled', String(off));
    }
    const [gone, there] = paused ? (['pause', 'resume'] as const) : (['resume', 'pause'] as const);
    const [from, to] = [this.#buttons.get(gone), this.#buttons.get(there)];
    const held = from?.isActiveElement() ?? false;
    to?.show();
    from?.hide();
    if (held) to?.focus();
  }
}
