import { stringify } from 'yaml';
import { digestDocument } from '../../../src/digest/digest-document';
import { digestOffline } from '../../../src/digest/offline/digest-offline';
import { messagesFor } from '../../../src/i18n/messages';
import { HashMemory } from '../../../src/inbox/identify';
import { systemClock } from '../../../src/clock';
import { Growing } from '../../../src/inbox/growing';
import { InFlight } from '../../../src/inbox/in-flight';
import { Patience } from '../../../src/inbox/patience';
import { LeftOut } from '../../../src/inbox/left-out';
import type { Outcome, QueueEntry, Step } from '../../../src/inbox/queue';
import type { LanguageModel } from '../../../src/llm/model';
import type { NoteContent } from '../../../src/note/content';
import { renderNote } from '../../../src/note/render';
import type { Page } from '../../../src/pdf/document';
import { processPdf, type PipelinePorts } from '../../../src/pipeline';
import { redacting } from '../../../src/redact/redacting';
import { toSentences } from '../../../src/text/segment';
import { estimateTokens } from '../../../src/text/tokens';
import { MemoryNotes, MemoryVault } from '../inbox/memory-vault';

/** Returns pages like those of the PDF stage. Each sentence becomes a paragraph. */
export function pagesOf(texts: readonly (readonly string[])[]): Page[] {
  return texts.map((sentences, index) => {
    const page = index + 1;
    const paragraphs = sentences.map((text, item) => ({
      kind: 'text' as const,
      page,
      text,
      source: [{ at: 0, length: text.length, page, item, from: 0 }],
    }));
    return { number: page, kind: 'text', width: 595, height: 842, paragraphs };
  });
}

export interface Processed {
  readonly outcome: Outcome;
  /** The notes written, in English and in Chinese. */
  readonly notes: readonly { readonly en: string; readonly zh: string }[];
}

/** Options of {@link processWith}. The defaults describe a PDF that the user processes for the first time. */
export interface Circumstances {
  readonly ports?: Partial<PipelinePorts>;
  readonly entry?: Partial<QueueEntry>;
  readonly onStep?: (step: Step) => void;
}

/**
 * The functions that the pipeline needs (its ports), for a device without an endpoint. Only the PDF reader,
 * the app and the worker are replaced by fakes. `onWritten` gets the content of each new note.
 */
export function portsOver(
  pages: readonly Page[],
  onWritten: (content: NoteContent) => void = () => undefined,
): PipelinePorts {
  return {
    vault: new MemoryVault(),
    notes: new MemoryNotes(),
    hashes: new HashMemory({ load: () => null, save: () => undefined }),
    leftOut: new LeftOut({ load: () => null, save: () => undefined }, systemClock),
    patience: new Patience(),
    growing: new Growing(() => 0),
    isUntouched: () => Promise.resolve(false),
    inFlight: new InFlight({ load: () => null, save: () => undefined }),
    isInInbox: () => true,
    sizeLimits: () => ({ automatic: 1_000_000, requested: 1_000_000 }),
    extractor: {
      extract: () => Promise.resolve({ pageCount: pages.length, pages }),
      renderPage: () => Promise.reject(new Error('A page was rendered.')),
    },
    engine: {
      digest: (document, model, options) => {
        const input = { sentences: toSentences(pages), pageCount: pages.length, notRead: document.notRead };
        if (model === null) return Promise.resolve(digestOffline(input, options));
        return digestDocument(input, redacting(model, ''), {
          ...options,
          estimateTokens: (text) => estimateTokens(text),
        });
      },
    },
    passwords: { recall: () => undefined, keep: () => undefined, ask: () => Promise.resolve(null) },
    writer: {
      write: (_path, content) => {
        onWritten(content);
        return Promise.resolve({ path: 'Inbox/a.md' });
      },
      update: () => Promise.reject(new Error('A note was updated.')),
    },
    mustStayOnDevice: () => false,
    model: () => null,
    reader: () => null,
    readsTwice: () => true,
    options: () => Promise.resolve({ instructions: '', outputLanguage: 'auto' }),
    allowance: () => ({ confirmAbove: 0, daily: 0, spentToday: 0, renewsAt: 0 }),
    askCost: () => Promise.resolve(true),
    askImages: () => Promise.resolve(true),
    changesSince: () => Promise.resolve(null),
    waitingCount: () => 0,
    now: () => new Date(2026, 0, 17),
    onSideFailure: () => undefined,
  };
}

/** The text of the file that `processWith` puts into the inbox. */
export function fileOf(pages: readonly Page[]): string {
  return `%PDF-1.7 ${JSON.stringify(pages)}\n%%EOF`;
}

/** Runs one PDF through the pipeline, with the ports of {@link portsOver}. */
export async function processWith(
  model: LanguageModel,
  pages: readonly Page[],
  waitingCount = 0,
  circumstances: Circumstances = {},
): Promise<Processed> {
  const vault = new MemoryVault();
  const file = vault.write('Inbox/a.pdf', fileOf(pages));
  const written: NoteContent[] = [];
  const ports: PipelinePorts = {
    ...portsOver(pages, (content) => void written.push(content)),
    vault,
    model: () => model,
    waitingCount: () => waitingCount,
    ...circumstances.ports,
  };
  const entry: QueueEntry = { file, origin: 'asked', state: { kind: 'waiting' }, ...circumstances.entry };
  const onStep = circumstances.onStep ?? ((): void => undefined);
  const outcome = await processPdf(ports, entry, new AbortController().signal, onStep);
  return {
    outcome,
    notes: written.map((content) => ({ en: rendered(content, 'en'), zh: rendered(content, 'zh') })),
  };
}

function rendered(content: NoteContent, language: string): string {
  const layout = {
    tags: [],
    taskFormat: 'plain',
    archive: 'callout',
    archiveLimit: 0,
    factProperties: false,
  } as const;
  return renderNote(content, layout, messagesFor(language), {
    link: (subpath, alias) => `[[a.pdf${subpath}${alias === undefined ? '' : `|${alias}`}]]`,
    yaml: (properties) => stringify(properties, { lineWidth: 0 }),
  });
}
