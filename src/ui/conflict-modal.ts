import type { App } from 'obsidian';
import { format, type Messages } from '../i18n/messages';
import type { Choices } from '../note/maker';
import type { Choice, Conflict } from '../note/merge';
import { confirmed } from './confirmed';

/**
 * Shows both texts of each conflict and asks which to keep. Resolves to null when the user closes the window
 * without applying the choices.
 */
export async function askAboutConflicts(
  app: App,
  messages: Messages,
  conflicts: readonly Conflict[],
): Promise<Choices | null> {
  const words = messages.conflicts;
  const choices = new Map<Conflict, Choice>(conflicts.map((conflict) => [conflict, 'mine']));
  const isDecided = await confirmed(
    app,
    { title: words.title, agree: words.apply, decline: words.later },
    (content) => {
      content.createEl('p', { text: format(words.question, { count: conflicts.length }) });
      for (const [index, conflict] of conflicts.entries()) {
        showConflict(content, messages, conflict, `pdf-inbox-conflict-${String(index)}`, (choice) => {
          choices.set(conflict, choice);
        });
      }
    },
  );
  return isDecided ? [...choices] : null;
}

function showConflict(
  parent: HTMLElement,
  { conflicts: words, note }: Messages,
  { section, mine, fresh }: Conflict,
  name: string,
  choose: (choice: Choice) => void,
): void {
  const group = parent.createEl('fieldset', { cls: 'pdf-inbox-conflict' });
  const legend = section === 'title' || section === 'footer' ? note.title : note[section];
  group.createEl('legend', { text: legend });
  const sides = group.createDiv({ cls: 'pdf-inbox-conflict-sides' });
  const [mineShown, freshShown] = withoutTargets(mine, fresh);
  for (const [heading, text] of [
    [words.mine, mineShown],
    [words.fresh, freshShown],
  ] as const) {
    const side = sides.createDiv({ cls: 'pdf-inbox-conflict-side' });
    side.createDiv({ cls: 'pdf-inbox-conflict-heading', text: heading });
    side.createDiv({ cls: 'pdf-inbox-conflict-text', text });
  }
  const row = group.createDiv({ cls: 'pdf-inbox-conflict-choices' });
  const labels: Readonly<Record<Choice, string>> = {
    mine: words.keepMine,
    fresh: words.takeFresh,
    both: words.keepBoth,
  };
  for (const choice of ['mine', 'fresh', 'both'] as const) {
    const label = row.createEl('label');
    const radio = label.createEl('input', { type: 'radio', attr: { name, value: choice } });
    radio.checked = choice === 'mine';
    radio.addEventListener('change', () => choose(choice));
    label.createSpan({ text: labels[choice] });
  }
}

/**
 * Returns both texts with each link replaced by its label. If the texts differ only in link targets, they are
 * returned unchanged.
 */
function withoutTargets(
  ...texts: readonly [mine: string, fresh: string]
): readonly [mine: string, fresh: string] {
  const [mine, fresh] = texts.map((text) =>
    text.replace(/\[\[[^\]|]*\|([^\]]*)\]\]|\[([^\]]*)\]\([^)\s]*\)/g, '$1$2'),
  );
  return mine === undefined || fresh === undefined || mine === fresh ? texts : [mine, fresh];
}
