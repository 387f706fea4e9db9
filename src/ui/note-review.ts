import type { App, TFile } from 'obsidian';
import { Failure } from '../failure';
import type { Messages } from '../i18n/messages';
import { changeNote } from '../note/change-note';
import type { NoteMaker } from '../note/maker';
import type { NoteUpdate } from '../note/writer';
import { askAboutConflicts } from './conflict-modal';

/** What the user does about a note that got a new digest: decides what stays, or takes it all back. */
export class NoteReview {
  /** What a note became, where that is not simply `after`. */
  readonly #texts = new WeakMap<NoteUpdate, string>();

  constructor(
    private readonly app: App,
    private readonly maker: NoteMaker,
    private readonly messages: Messages,
    private readonly say: (text: string) => void,
  ) {}

  /** Asks about what both sides changed and writes the answers. @throws Failure `vault-write` */
  async decide(update: NoteUpdate): Promise<void> {
    const choices = await askAboutConflicts(this.app, this.messages, update.conflicts);
    const file = this.#file(update);
    if (choices === null || file === null) return;
    const { vault } = this.app;
    const note = { read: () => vault.read(file), process: (change: (now: string) => string) => vault.process(file, change) };
    const { before, made } = await changeNote(file.path, note, (text) => this.maker.decide(text, choices));
    if (before === this.#now(update)) this.#texts.set(update, made.text);
  }

  /** Brings the note back as it was, unless it was changed since; then it says so. @throws Failure `vault-write` */
  async undo(update: NoteUpdate): Promise<void> {
    const { notices } = this.messages;
    const file = this.#file(update);
    let undone = false;
    const undo = (text: string): string => {
      undone = text === this.#now(update);
      return undone ? update.before : text;
    };
    if (file !== null) await this.#process(file, undo);
    this.say(undone ? notices.undone : notices.notUndone);
  }

  #now(update: NoteUpdate): string {
    return this.#texts.get(update) ?? update.after;
  }

  #file({ note }: NoteUpdate): TFile | null {
    return this.app.vault.getFileByPath(note.path);
  }

  async #process(file: TFile, change: (text: string) => string): Promise<void> {
    try {
      await this.app.vault.process(file, change);
    } catch (cause) {
      throw new Failure('vault-write', { cause, details: { path: file.path } });
    }
  }
}
