import { format } from '../i18n/messages';
import type { NoteMessages } from '../i18n/note/messages';
import { cleanLine } from '../text/clean';
import { escapeLineStart, maxStatement } from './escape/inline';

/** UTF-16 units of an owner's name or a deadline's words. */
const maxPhrase = 200;

/** What is to be done. An owner or a deadline that is empty is not named. */
export interface Task {
  readonly text: string;
  readonly owner: string;
  /** In the document's own words. */
  readonly due: string;
}

/** Who, what, and by when, each said once, as Markdown that stands first in a list item. */
export function taskWords(task: Task, { note }: NoteMessages): string {
  const text = cleanLine(task.text, maxStatement);
  const owner = cleanLine(task.owner, maxPhrase);
  const due = cleanLine(task.due, maxPhrase);
  const who = owner === '' || text.includes(owner) ? '' : format(note.owner, { owner });
  const when = due === '' || text.includes(due) ? '' : ` · ${format(note.due, { due })}`;
  return escapeLineStart(who + text + when, maxStatement + 3 * maxPhrase);
}
