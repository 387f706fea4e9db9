import type { Plugin } from 'obsidian';
import type { NoteState } from '../note/content';
import { answerOf, statusAnswer, type Answer, type AnswerPorts } from './answer';
import type { LinkPorts } from './follow-link';

/** The workspace triggers this event for each note that is written or updated. */
const eventName = 'pdf-inbox:digested';

/** Describes a note that was written or updated. Both paths are vault paths. */
export interface Digested {
  readonly pdf: string;
  readonly note: string;
  readonly state: NoteState;
}

/** The functions that other plugins may call, as `app.plugins.plugins['pdf-inbox'].api`. */
export interface PdfInboxApi {
  /** Increased when a member changes in a way that breaks callers. */
  readonly version: 1;
  /**
   * Digests a PDF, and resolves to the vault path of its note. A PDF whose note has a digest is not digested
   * again. The user is not asked anything. If a question is needed, the PDF waits in the queue, and the call
   * rejects.
   * @throws Error with the sentence that the user would see
   */
  digest(path: string): Promise<string>;
  /** Returns the state of the queue, in the form in which `pdf-inbox:status json` prints it. */
  status(): Answer['data'];
  /** Calls the listener for each note that is written or updated. Returns a function that unsubscribes. */
  on(event: 'digested', listener: (digested: Digested) => void): () => void;
}

/**
 * Creates the API. Also sends the event `pdf-inbox:digested` on the workspace until the plugin is unloaded.
 */
export function createApi(plugin: Plugin, ports: AnswerPorts): PdfInboxApi {
  const closing = new AbortController();
  const listeners = new Set<(digested: Digested) => void>();
  const forget = ports.stages.queue.subscribe((entry) => {
    if (entry?.state.kind !== 'ended' || entry.state.outcome.kind !== 'written') return;
    const { notePath, state } = entry.state.outcome;
    const digested = { pdf: entry.file.path, note: notePath, state };
    plugin.app.workspace.trigger(eventName, digested);
    // A listener that throws must not stop the queue.
    for (const listener of listeners) window.queueMicrotask(() => listener(digested));
  });
  plugin.register(() => {
    closing.abort();
    forget();
    listeners.clear();
  });
  return {
    version: 1,
    digest: async (path) => {
      const { text, data } = await answerOf(async () => {
        const { digestByPath } = await import('./digest-by-path');
        return digestByPath(plugin.app.vault, ports, path, closing.signal);
      }, ports);
      if (!data.ok) throw new Error(text);
      return text;
    },
    status: () => statusAnswer(ports).data,
    on: (_event, listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/**
 * Handles `obsidian://pdf-inbox?path=…`. Anybody can write such a link, so the user is asked before a PDF
 * outside of the inbox folders is digested.
 */
export function addLink(plugin: Plugin, ports: LinkPorts, fail: (thrown: unknown) => void): void {
  const follow = async (path: string): Promise<void> => {
    const { followLink } = await import('./follow-link');
    await followLink(plugin.app, path, ports);
  };
  // A link may start the app. In this case, the work begins after the app has loaded the files of the vault.
  plugin.registerObsidianProtocolHandler('pdf-inbox', ({ path = '' }) =>
    plugin.app.workspace.onLayoutReady(() => void follow(path).catch(fail)),
  );
}
