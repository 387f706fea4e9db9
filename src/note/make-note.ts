import { messagesFor } from '../i18n/messages';
import type { LinkPorts } from './content';
import { linkMarks, type Choices, type LinkForm, type MadeNote, type NoteOrder } from './maker';
import { mergeNote, resolveConflict } from './merge';
import { noteParts, wholeNote } from './render';

/**
 * Makes the whole note from a digest, or merges the digest into the existing note.
 * @param yaml writes a flat record as YAML that ends with a line break
 * @throws whatever `yaml` throws
 */
export async function makeNote(
  { content, layout, language, links, existing }: NoteOrder,
  yaml: (properties: Readonly<Record<string, unknown>>) => Promise<string>,
): Promise<MadeNote> {
  const { properties, body, problem } = noteParts(content, layout, messagesFor(language), portsOf(links));
  const fresh = wholeNote(await yaml(properties), body);
  const made = existing === undefined ? { text: fresh, conflicts: [] } : mergeNote(existing, fresh);
  return { ...made, ...(problem === undefined ? {} : { problem: problem.details }) };
}

/** Writes the user's choice for every conflict into the note. */
export function decideConflicts(note: string, choices: Choices): MadeNote {
  let text = note;
  for (const [conflict, choice] of choices) text = resolveConflict(text, conflict, choice);
  return { text, conflicts: [] };
}

function portsOf({ file, place, source, pdfPath, markable, notes = {} }: LinkForm): LinkPorts {
  const pages = new Set(markable);
  const linkTo = (subpath: string, alias: string): string =>
    place.replace(linkMarks.subpath, () => subpath).replace(linkMarks.alias, () => alias);
  return {
    link: (subpath, alias = '') => (subpath === '' ? file : linkTo(subpath, alias)),
    sourceLink: source,
    pdfPath,
    noteLinks: new Map(Object.entries(notes)),
    marks: (page) => pages.has(page),
  };
}
