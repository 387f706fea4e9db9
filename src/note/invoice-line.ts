import type { InvoiceProblem } from '../digest/digest';
import { format, type NoteMessages } from '../i18n/messages';
import { joinSentences } from './coverage';
import { escapeInline } from './escape/inline';

/** Maximum length of a value that {@link invoiceLine} quotes, in UTF-16 units. */
const LONGEST_VALUE = 60;

/** Returns the line about the problems of the embedded invoice; an empty text when there are none. */
export function invoiceLine(problems: readonly InvoiceProblem[], messages: NoteMessages): string {
  if (problems.length === 0) return '';
  const sentences = new Set(problems.map((problem) => sentenceOf(problem, messages)));
  return `**${messages.note.invoiceDoubtful}** ${joinSentences([...sentences])}`;
}

function sentenceOf(problem: InvoiceProblem, { note: { invoiceProblems: words } }: NoteMessages): string {
  switch (problem.kind) {
    case 'differs':
      return format(words.differs[problem.field], { stated: shown(problem.stated) });
    case 'sum':
      return format(words.sum[problem.of], {
        stated: shown(problem.stated),
        computed: shown(problem.computed),
      });
    case 'missing':
      return words.missing[problem.field];
    case 'several':
      return format(words.several, { count: problem.count });
    case 'unreadable':
      return words.unreadable;
  }
}

function shown(value: string): string {
  return escapeInline(value, LONGEST_VALUE);
}
