import type { Messages } from '../i18n/messages';
import { digestParts, headingOf } from './parts';

/**
 * Returns the built-in layout as a template that the user can edit. The heading of the digest is the same as
 * in notes, because a merge finds sections by their headings.
 */
export function builtInTemplate({ note, failures }: Messages): string {
  const blocks = [...digestParts, 'archive'].map((name) => `{{${name}}}`);
  return `${['{{coverage}}', headingOf('digest', { note, failures }), ...blocks].join('\n\n')}\n`;
}
