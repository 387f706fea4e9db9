import type { CliData, CliFlags, Plugin } from 'obsidian';
import { format } from '../i18n/messages';
import { answerOf, statusAnswer, type Answer, type AnswerPorts } from './answer';

/** The functions and objects that the command line uses. */
export interface CliPorts extends AnswerPorts {
  /** Queues everything that can be retried, without asking the user. Resolves to the number of PDFs. */
  readonly retry: () => Promise<number>;
}

/** Registers the commands `pdf-inbox`, `pdf-inbox:status` and `pdf-inbox:retry` on the app's command line. */
export function addCli(plugin: Plugin, ports: CliPorts): void {
  const words = ports.messages.cli;
  const closing = new AbortController();
  plugin.register(() => closing.abort());
  const add = (
    command: string,
    description: string,
    flags: CliFlags,
    work: (params: CliData) => Answer | Promise<Answer>,
  ): void => {
    plugin.registerCliHandler(
      command,
      description,
      { ...flags, json: { description: words.json } },
      async (params) => {
        const { text, data } = await answerOf(() => work(params), ports);
        return (params['json'] ?? 'false') === 'false' ? text : JSON.stringify(data);
      },
    );
  };
  const path = { value: '<path>', description: words.path, required: true };
  add('pdf-inbox', words.digest, { path }, async ({ path: given }) => {
    const { digestByPath } = await import('./digest-by-path');
    return digestByPath(plugin.app.vault, ports, given, closing.signal);
  });
  add('pdf-inbox:status', words.status, {}, () => statusAnswer(ports));
  add('pdf-inbox:retry', words.retry, {}, async () => {
    const retried = await ports.retry();
    return { text: format(words.retried, { count: retried }), data: { ok: true, retried } };
  });
}
