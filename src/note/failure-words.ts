import type { FailureDetails, FailureKind } from '../failure';
import { failureText, type FailureWords, type NoteMessages } from '../i18n/messages';
import { cleanLine } from '../clean';
import { escapeInline } from './escape/inline';

/** Maximum length of a detail in UTF-16 units. */
const maxDetail = 200;

/** Describes a failure for a note, as Markdown. Details, such as a host or a model, are untrusted. */
export function failureWords(
  { kind, details }: { readonly kind: FailureKind; readonly details: FailureDetails },
  messages: NoteMessages,
): FailureWords {
  const { sentence, wayOn } = failureText(messages, { kind, details: cleaned(details) });
  return { sentence: escapeInline(sentence), wayOn: escapeInline(wayOn) };
}

function cleaned(details: FailureDetails): FailureDetails {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'string' ? cleanLine(value, maxDetail) : value,
    ]),
  );
}
