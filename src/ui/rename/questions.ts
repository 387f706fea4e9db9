import type { App } from 'obsidian';
import { format, type Messages } from '../../i18n/messages';
import type { Pair } from '../pairs';
import type { Notices, Question } from '../notices';
import { RenameModal, type Proposal } from './modal';

export interface RenameQuestionPorts {
  /** Returns the new file name of a PDF; undefined when the PDF would not be renamed. */
  readonly newName: (pair: Pair) => Promise<string | undefined>;
  readonly rename: (pairs: readonly Pair[]) => void;
}

/**
 * Asks whether to rename new PDFs to their titles. When the queue is empty, one notice asks about all PDFs
 * that were digested since the previous notice. If the previous notice is still open, the new notice replaces
 * it and asks about the PDFs of both.
 */
export class RenameQuestions {
  #fresh: Pair[] = [];
  #shown: readonly Proposal[] = [];
  #question: Question | null = null;

  constructor(
    private readonly app: App,
    private readonly messages: Messages,
    private readonly notices: Pick<Notices, 'ask' | 'fail'>,
    private readonly ports: RenameQuestionPorts,
  ) {}

  add(pair: Pair): void {
    this.#fresh.push(pair);
  }

  async ask(): Promise<void> {
    const fresh = this.#fresh.splice(0);
    if (fresh.length === 0) return;
    const open = this.#question?.isOpen === true ? this.#shown.map(({ pair }) => pair) : [];
    // Finding names takes time. Meanwhile the user must not answer the old question.
    this.#question?.close();
    const pairs = [...new Map([...open, ...fresh].map((pair) => [pair.pdf, pair])).values()];
    const proposals: Proposal[] = [];
    for (const pair of pairs) {
      try {
        const to = await this.ports.newName(pair);
        if (to !== undefined) proposals.push({ pair, to });
      } catch (thrown) {
        this.notices.fail(thrown);
      }
    }
    this.#shown = proposals;
    this.#question = this.#show(proposals);
  }

  #show(proposals: readonly Proposal[]): Question | null {
    const { rename: words } = this.messages;
    const [first, second] = proposals;
    if (first === undefined) return null;
    const rename = (): void => this.ports.rename(proposals.map(({ pair }) => pair));
    if (second === undefined) {
      const text = format(words.ask, { from: first.pair.pdf.name, to: first.to });
      return this.notices.ask(
        text,
        [
          [words.rename, rename],
          [words.keep, () => undefined],
        ],
        false,
      );
    }
    const count = proposals.length;
    return this.notices.ask(
      format(words.askAll, { count }),
      [
        [format(words.renameAll, { count }), rename],
        [
          words.lookAtEach,
          () => new RenameModal(this.app, this.messages, proposals, this.ports.rename).open(),
        ],
        [words.keepAll, () => undefined],
      ],
      true,
    );
  }
}
