import { noteMessagesFor } from '../i18n/note/messages';
import type { LinkPorts } from './content';
import { mergeNote, resolveConflict } from './merge';
import { linkMarks, type DecisionJob, type LinkForm, type NoteAnswer, type NoteJob, type NoteMessage, type NoteQuestion } from '../workers/document/note-protocol';
import { noteParts, wholeNote } from './render';

/**
 * The worker's half of writing a note: from the digest to the whole note.
 * @throws what `ask` throws.
 */
export async function noteInWorker(job: NoteJob, ask: (question: NoteQuestion) => Promise<NoteAnswer>): Promise<NoteMessage> {
  const { properties, body, problem } = noteParts(job.content, job.layout, noteMessagesFor(job.language), portsOf(job.links));
  const fresh = wholeNote(await ask({ type: 'yaml', properties }), body);
  const made = job.existing === undefined ? { text: fresh, conflicts: [] } : mergeNote(job.existing, fresh);
  return { type: 'noted', ...made, ...(problem === undefined ? {} : { problem: problem.details }) };
}

/** The note with every choice written into it. */
export function decideInWorker({ note, choices }: DecisionJob): NoteMessage {
  const text = choices.reduce((decided, [conflict, choice]) => resolveConflict(decided, conflict, choice), note);
  return { type: 'noted', text, conflicts: [] };
}

function portsOf({ file, place, source, pdfPath, markable }: LinkForm): LinkPorts {
  const pages = new Set(markable);
  return {
    link: (subpath, alias = '') =>
      subpath === '' ? file : place.replace(linkMarks.subpath, () => subpath).replace(linkMarks.alias, () => alias),
    sourceLink: source,
    pdfPath,
    marks: (page) => pages.has(page),
  };
}
