import { Failure } from '../failure';
import type { NoteMessages } from '../i18n/messages';
import { renderArchive } from './archive';
import type { LinkPorts, NoteContent, NoteLayout } from './content';
import { escapeLineStart } from './escape/inline';
import { pdfLink } from './link';
import type { DigestPart } from './parts';
import { renderDigest, renderPart, type SectionContext } from './sections';
import { statusLines } from './status';
import { fillTemplate } from './template';

/** Maximum length of a title or a model's name in a template, in UTF-16 units. */
const maxWord = 200;

/** The data from which a note is rendered. */
export interface NoteSource {
  readonly content: NoteContent;
  readonly layout: NoteLayout;
  readonly messages: NoteMessages;
  readonly ports: LinkPorts;
}

export interface Middle {
  readonly middle: readonly string[];
  /** Why the user's template was not used. */
  readonly problem?: Failure;
}

/** Renders the blocks between title and footer, with the user's template or the built-in layout. */
export function middleOf(source: NoteSource): Middle {
  const { template } = source.layout;
  if (template === undefined) return { middle: builtIn(source) };
  try {
    return { middle: byTemplate(source, template) };
  } catch (problem) {
    if (!(problem instanceof Failure)) throw problem;
    return { middle: builtIn(source), problem };
  }
}

function builtIn(source: NoteSource): readonly string[] {
  const { content, layout, messages } = source;
  const digest = content.digest === undefined ? [] : [renderDigest(content.digest, contextOf(source))];
  return [...statusLines(content, contextOf(source)), ...digest, renderArchive(content, layout, messages)];
}

function byTemplate(source: NoteSource, template: string): readonly string[] {
  const { content, layout, messages, ports } = source;
  const { digest } = content;
  const part = (key: DigestPart) => (): string =>
    digest === undefined ? '' : renderPart(key, digest, contextOf(source));
  const status = (): string => statusLines(content, contextOf(source)).join('\n\n');
  const archive = (): string => renderArchive(content, layout, messages);
  const { text, used } = fillTemplate(template, {
    blocks: {
      coverage: status,
      tags: part('tags'),
      summary: part('summary'),
      actions: part('actions'),
      points: part('points'),
      facts: part('facts'),
      unverified: part('unverified'),
      archive,
    },
    words: {
      // A placeholder may be the first word of its line, so the words are escaped for the start of a line.
      title:
        escapeLineStart(digest?.title ?? '', maxWord) ||
        escapeLineStart(content.pdfName.replace(/\.pdf$/i, ''), maxWord),
      kind: digest === undefined ? '' : messages.note.kinds[digest.documentType],
      source: pdfLink(ports, content.pdfName, ''),
      model: escapeLineStart(content.model ?? '', maxWord),
      pages: String(content.pageCount),
    },
    date: content.created,
  });
  // Status lines that the template leaves out are added. While the digest is pending, the text of the PDF is
  // also added if the template leaves it out.
  const before = used.has('coverage') ? '' : status();
  const behind = content.state === 'pending' && !used.has('archive') ? archive() : '';
  return [before, text, behind];
}

function contextOf({ content, layout, messages, ports }: NoteSource): SectionContext {
  return {
    pdfName: content.pdfName,
    taskFormat: layout.taskFormat,
    me: layout.me ?? [],
    noTags: layout.digestTags?.policy === 'none',
    messages,
    ports,
  };
}
