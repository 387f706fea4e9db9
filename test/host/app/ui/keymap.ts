import type { KeymapContext, Modifier, PaneType, UserEvent } from 'obsidian';

/** Called for a matching key. Returning `false` prevents the browser's default and stops the event. */
export type KeyListener = (event: KeyboardEvent, context: KeymapContext) => unknown;

/** One key binding of a {@link Scope}. */
export interface KeyBinding {
  readonly scope: Scope;
  /** The names of the modifiers, sorted and joined by commas; `null` matches any modifiers. */
  readonly modifiers: string | null;
  /** `null` matches any key. */
  readonly key: string | null;
  readonly listener: KeyListener;
}

const modifierOf = (modifier: Modifier): string => (modifier === 'Mod' ? 'Ctrl' : modifier);

function joined(modifiers: readonly string[]): string {
  return [...modifiers].sort().join(',');
}

function modifiersOf(event: KeyboardEvent): string {
  const held = [
    ...(event.ctrlKey ? ['Ctrl'] : []),
    ...(event.metaKey ? ['Meta'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(event.shiftKey ? ['Shift'] : []),
  ];
  return joined(held);
}

/**
 * Key bindings that are active together. A key that has no binding here is passed to the parent scope, if the
 * scope has a parent.
 */
export class Scope {
  private readonly bindings: KeyBinding[] = [];

  constructor(private readonly parent?: Scope) {}

  /** Binds a key. `Mod` is Ctrl, because this imitation of the app does not simulate a Mac. */
  register(modifiers: Modifier[] | null, key: string | null, listener: KeyListener): KeyBinding {
    const names = modifiers === null ? null : joined(modifiers.map(modifierOf));
    const binding: KeyBinding = { scope: this, modifiers: names, key, listener };
    this.bindings.push(binding);
    return binding;
  }

  unregister(binding: KeyBinding): void {
    const index = this.bindings.indexOf(binding);
    if (index >= 0) this.bindings.splice(index, 1);
  }

  handleKey(event: KeyboardEvent, context: KeymapContext): unknown {
    for (const binding of this.bindings) {
      const modifiersMatch = binding.modifiers === null || binding.modifiers === context.modifiers;
      const keyMatches = binding.key === null || binding.key.toLowerCase() === event.key.toLowerCase();
      if (modifiersMatch && keyMatches) return binding.listener(event, context);
    }
    return this.parent?.handleKey(event, context);
  }
}

/**
 * Passes each key that is pressed in a window to the scope that was pushed last, or to the app's own scope if
 * none was pushed.
 */
export class Keymap {
  private readonly pushed: Scope[] = [];

  constructor(
    private readonly root: Scope,
    target: Window,
  ) {
    target.addEventListener('keydown', (event) => {
      this.onKey(event);
    });
  }

  pushScope(scope: Scope): void {
    this.pushed.push(scope);
  }

  popScope(scope: Scope): void {
    const index = this.pushed.lastIndexOf(scope);
    if (index >= 0) this.pushed.splice(index, 1);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.defaultPrevented) return;
    const active = this.pushed.at(-1) ?? this.root;
    const context = { modifiers: modifiersOf(event), key: event.key, vkey: event.key };
    if (active.handleKey(event, context) !== false) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Returns whether a modifier was pressed during the event. */
  static isModifier(event: MouseEvent | TouchEvent | KeyboardEvent, modifier: Modifier): boolean {
    if (modifier === 'Ctrl' || modifier === 'Mod') return event.ctrlKey;
    if (modifier === 'Meta') return event.metaKey;
    return modifier === 'Alt' ? event.altKey : event.shiftKey;
  }

  /**
   * Returns in which kind of pane the app opens the target of a click or key press; `false` means the current
   * pane.
   */
  static isModEvent(event?: UserEvent | null): PaneType | boolean {
    if (event === undefined || event === null) return false;
    if (event instanceof MouseEvent && event.button === 1) return 'tab';
    if (!event.ctrlKey) return false;
    if (!event.altKey) return 'tab';
    return event.shiftKey ? 'window' : 'split';
  }
}
