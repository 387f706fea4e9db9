import type { FailureDetails, FailureKind } from '../failure';
import { failureText, type FailureWords } from '../i18n/messages';
import type { NoteMessages } from '../i18n/note/messages';
import { cleanLine } from '../text/clean';
import { escapeInline } from './escape/inline';

/** The most UTF-16 units of a detail, such as a host or a model. */
const maxDetail = 200;

/**
 * Words a failure for a note, as Markdown. Details may contain a host or a model name, which are untrusted.
 */
export function failureWords(
  { kind, details }: { readonly kind: FailureKind; readonly details: FailureDetails },
  messages: NoteMessages,
): FailureWords {
  const { sentence, wayOn } = failureText(messages, { kind, details: cleaned(details) });
  return { sentence: escapeInline(sentence), wayOn: escapeInline(wayOn) };
}

/** Cleans text details. The sentence omits details that are empty. */
function cleaned(details: FailureDetails): FailureDetails {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'string' ? cleanLine(value, maxDetail) : value,
    ]),
  );
}
