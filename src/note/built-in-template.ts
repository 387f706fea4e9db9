import type { Messages } from '../i18n/messages';
import { digestParts, headingOf } from './parts';

/** The built-in layout as a template to start from. The heading's words are the note's own, by which its parts are found again. */
export function builtInTemplate({ note, failures }: Messages): string {
  const blocks = [...digestParts, 'archive'].map((name) => `{{${name}}}`);
  return `${['{{coverage}}', headingOf('digest', { note, failures }), ...blocks].join('\n\n')}\n`;
}
