import type { Messages } from '../i18n/messages';

/** The built-in layout as a template to start from. The heading's words are the note's own, by which its parts are found again. */
export function builtInTemplate({ note }: Messages): string {
  const blocks = ['tags', 'summary', 'tasks', 'points', 'facts', 'unverified', 'archive'].map((name) => `{{${name}}}`);
  return `${['{{coverage}}', `## ${note.digest}`, ...blocks].join('\n\n')}\n`;
}
