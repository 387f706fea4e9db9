import type { Doubt } from '../digest/digest';
import { format, type NoteMessages } from '../i18n/messages';
import { cleanLine } from '../clean';
import { escapeInline } from './escape/inline';

/** Maximum length of a value or a reason, in UTF-16 units. */
const maxValue = 200;

/** Returns why a statement should be verified, as a sentence in Markdown without emphasis. */
export function doubtWords(doubt: Doubt, { note }: NoteMessages): string {
  const words = note.doubts[doubt.kind];
  switch (doubt.kind) {
    case 'no-passage':
      return words;
    case 'differs': {
      const [found, stated] = [escaped(doubt.found), escaped(doubt.stated)];
      return found === '' || stated === '' ? note.otherwise : format(words, { found, stated });
    }
    case 'absent': {
      const stated = escaped(doubt.stated);
      return stated === '' ? note.otherwise : format(words, { stated });
    }
    case 'not-supported':
    case 'cannot-tell':
      return format(words, { why: escaped(withoutStop(doubt.why)) });
    case 'no-value':
      return format(words, { type: note.valueTypes[doubt.type] });
  }
}

function escaped(text: string): string {
  return escapeInline(text, maxValue);
}

/** Removes the final full stop, because the sentence around `why` has its own. */
function withoutStop(why: string): string {
  return cleanLine(why, maxValue).replace(/[.。．]+$/u, '');
}
