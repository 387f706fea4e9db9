import { format, type NoteMessages } from '../i18n/messages';
import { cleanLine } from '../clean';
import { escapeLineStart, maxStatement } from './escape/inline';

/** Maximum length of an owner or a deadline, in UTF-16 units. */
const maxPhrase = 200;

/** A to-do. Its owner and its deadline may be empty texts. */
export interface Task {
  readonly text: string;
  readonly owner: string;
  /** The deadline in the document's own words. */
  readonly due: string;
}

/**
 * Writes owner, task and deadline as Markdown for the start of a list item. An owner or deadline that is
 * already in the text is not repeated.
 */
export function taskWords(task: Task, { note }: NoteMessages): string {
  const text = cleanLine(task.text, maxStatement);
  const owner = cleanLine(task.owner, maxPhrase);
  const due = cleanLine(task.due, maxPhrase);
  const who = owner === '' || text.includes(owner) ? '' : format(note.owner, { owner });
  const when = due === '' || text.includes(due) ? '' : ` · ${format(note.due, { due })}`;
  return escapeLineStart(who + text + when, maxStatement + 3 * maxPhrase);
}
