import type { Digest, Doubt } from '../../../src/digest/digest';
import { messagesFor } from '../../../src/i18n/messages';
import type { NoteContent, NoteLayout } from '../../../src/note/content';
import { renderNote } from '../../../src/note/render';
import { contract, layout, portsFor } from './sample';

/** A place in a note where untrusted text can occur. */
export interface Place {
  readonly name: string;
  /**
   * The note shows a `line` as one cleaned line, and `lines` with their line breaks. The note keeps
   * only the letters and digits of a `tag`. A `name` is the name of the PDF.
   */
  readonly kind: 'line' | 'lines' | 'tag' | 'name';
  /** Maximum number of UTF-16 units that are shown. */
  readonly limit: number;
  readonly render: (text: string) => string;
  /** Returns the part of the cleaned line that is shown; absent when the whole line is shown. */
  readonly shown?: (line: string) => string;
}

const source = { text: '', citations: [{ page: 2, sentences: [1] }] };
const other = { ...source, text: 'Another sentence.' };

/** The smallest possible digest, because the tests parse thousands of notes. */
const bare: Digest = {
  title: '',
  documentType: 'other',
  language: 'en',
  tags: ['tag'],
  summary: [],
  actions: [],
  points: [],
  facts: [],
  unverified: [],
  checking: { level: 'twice' },
};

const limits: Readonly<Record<string, number>> = {
  'owner of a task': 200,
  'deadline of a task': 200,
  'name of a fact': 300,
  'value of a fact': 300,
  'owner of an unverified action': 200,
  'deadline of an unverified action': 200,
  'value in the document, in a doubt that gives two values': 200,
  'value in the statement, in a doubt that gives two values': 200,
  'value that the document does not have': 200,
  'reason of a second reader': 200,
  'reason of an unsure second reader': 200,
  'detail of a failed second reading': 200,
};

export const places: readonly Place[] = [
  digestPlace('first sentence of the summary', (text) => ({ summary: [{ ...source, text }, other] })),
  digestPlace('later sentence of the summary', (text) => ({ summary: [other, { ...source, text }] })),
  digestPlace('task', (text) => ({ actions: [{ ...source, text, owner: '', due: { kind: 'none' } }] })),
  digestPlace('task without a source', (text) => ({
    actions: [{ text, citations: [], owner: '', due: { kind: 'none' } }],
  })),
  digestPlace('owner of a task', (owner) => ({
    actions: [{ ...source, text: '§', owner, due: { kind: 'none' } }],
  })),
  digestPlace('deadline of a task', (due) => ({
    actions: [{ ...source, text: '§', owner: '', due: { kind: 'relative', text: due } }],
  })),
  digestPlace('key point', (text) => ({ points: [{ ...source, text }] })),
  digestPlace('key point without a source', (text) => ({ points: [{ text, citations: [] }] })),
  digestPlace('name of a fact', (name) => ({ facts: [{ ...source, name, value: 'value' }] })),
  digestPlace('value of a fact', (value) => ({ facts: [{ ...source, name: 'name', value }] })),
  digestPlace('unverified statement', (text) => ({
    unverified: [{ ...source, text, section: 'actions', doubt: { kind: 'no-passage' } }],
  })),
  digestPlace('owner of an unverified action', (owner) => ({
    unverified: [{ ...source, text: '§', owner, section: 'actions', doubt: { kind: 'no-passage' } }],
  })),
  digestPlace('deadline of an unverified action', (due) => ({
    unverified: [{ ...source, text: '§', due, section: 'actions', doubt: { kind: 'no-passage' } }],
  })),
  doubtPlace('value in the document, in a doubt that gives two values', (found) => differs('§', found)),
  doubtPlace('value in the statement, in a doubt that gives two values', (stated) => differs(stated, '§')),
  doubtPlace('value that the document does not have', (stated) => ({ kind: 'absent', fact: 'name', stated })),
  whyPlace('reason of a second reader', 'not-supported'),
  whyPlace('reason of an unsure second reader', 'cannot-tell'),
  { name: 'tag', kind: 'tag', limit: 40, render: (text) => render({ digest: { ...bare, tags: [text] } }) },
  {
    name: 'configured tag',
    kind: 'tag',
    limit: 40,
    render: (text) => render({}, { tags: [text], archive: 'none' }),
  },
  { name: 'name of the model', kind: 'line', limit: 100, render: (model) => render({ model }) },
  {
    name: 'detail of a failure',
    kind: 'line',
    limit: 200,
    render: (host) => render({ state: 'offline', reason: { kind: 'llm-unreachable', details: { host } } }),
  },
  digestPlace('detail of a failed second reading', (host) => ({
    checking: {
      level: 'facts',
      notRead: { statements: 2, failure: { kind: 'llm-unreachable', details: { host } } },
    },
  })),
  {
    name: 'archive as a callout',
    kind: 'lines',
    limit: Infinity,
    render: (text) => render({ archive: [{ page: 1, text }], pageCount: 1 }),
  },
  {
    name: 'archive as HTML',
    kind: 'lines',
    limit: Infinity,
    render: (text) => render({ archive: [{ page: 1, text }], pageCount: 1 }, { archive: 'details' }),
  },
  templatePlace('title alone on a line of a template', '{{title}}\n\n{{tags}}', (title) => ({
    digest: { ...bare, title },
  })),
  templatePlace('title within a line of a template', '- about {{title}}!\n\n{{tags}}', (title) => ({
    digest: { ...bare, title },
  })),
  templatePlace('title in an item of a template', '- {{title}}\n\n{{tags}}', (title) => ({
    digest: { ...bare, title },
  })),
  { name: 'name of the PDF', kind: 'name', limit: 255, render: (text) => render({ pdfName: `${text}.pdf` }) },
];

function digestPlace(name: string, change: (text: string) => Partial<Digest>): Place {
  const limit = limits[name] ?? 2000;
  return {
    name,
    kind: 'line',
    limit,
    render: (text) => render({ digest: { ...bare, ...change(text) } }, { archive: 'none' }),
  };
}

function doubtPlace(name: string, doubt: (text: string) => Doubt): Place {
  return digestPlace(name, (text) => ({
    unverified: [{ ...source, text: 'Statement.', section: 'points', doubt: doubt(text) }],
  }));
}

function differs(stated: string, found: string): Doubt {
  return { kind: 'differs', fact: 'cell', stated, found };
}

function whyPlace(name: string, kind: 'not-supported' | 'cannot-tell'): Place {
  return { ...doubtPlace(name, (why) => ({ kind, why })), shown: withoutStop };
}

/** Removes the final full stop, because the sentence that contains the text already has one. */
function withoutStop(line: string): string {
  return line.replace(/[.。．]+$/u, '');
}

function templatePlace(
  name: string,
  template: string,
  change: (text: string) => Partial<NoteContent>,
): Place {
  return {
    name,
    kind: 'line',
    limit: 200,
    render: (text) => render(change(text), { template, archive: 'none' }),
  };
}

function render(content: Partial<NoteContent>, changed: Partial<NoteLayout> = {}): string {
  const whole = { ...contract, digest: bare, ...content };
  return renderNote(
    whole,
    { ...layout, taskFormat: 'tasks', ...changed },
    messagesFor('en'),
    portsFor(whole.pdfName),
  );
}
