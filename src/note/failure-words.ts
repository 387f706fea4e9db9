import type { FailureDetails, FailureKind } from '../failure';
import { failureText, type FailureWords } from '../i18n/messages';
import type { NoteMessages } from '../i18n/note/messages';
import { cleanLine } from '../text/clean';
import { escapeInline } from './escape/inline';

/** UTF-16 units of a detail (a host, a model) in a failure's sentence. */
const maxDetail = 200;

/** What a note says of a failure, as Markdown. Details may name a host or a model, which are untrusted. */
export function failureWords(
  { kind, details }: { readonly kind: FailureKind; readonly details: FailureDetails },
  messages: NoteMessages,
): FailureWords {
  const { sentence, wayOn } = failureText(messages, { kind, details: cleaned(details) });
  return { sentence: escapeInline(sentence), wayOn: escapeInline(wayOn) };
}

/** Details that are left empty are left out of the sentence. */
function cleaned(details: FailureDetails): FailureDetails {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      typeof value === 'string' ? cleanLine(value, maxDetail) : value,
    ]),
  );
}
