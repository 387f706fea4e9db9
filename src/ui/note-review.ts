import type { App, TFile } from 'obsidian';
import { Failure } from '../failure';
import type { Messages } from '../i18n/messages';
import { changeNote } from '../note/change-note';
import type { NoteMaker } from '../note/maker';
import { withoutTimes } from '../note/without-times';
import type { NoteUpdate } from '../note/writer';
import { askAboutConflicts } from './conflict-modal';

/** Lets the user resolve the conflicts between a note and its new digest, or undo the new digest. */
export class NoteReview {
  /**
   * The text of the note after the user has resolved the conflicts of an update. Without an entry, the text
   * is the `after` of the update.
   */
  readonly #texts = new WeakMap<NoteUpdate, string>();

  constructor(
    private readonly app: App,
    private readonly maker: NoteMaker,
    private readonly messages: Messages,
    private readonly showNotice: (text: string) => void,
  ) {}

  /** Asks the user to resolve the conflicts and writes the result. @throws Failure `vault-write` */
  async decide(update: NoteUpdate): Promise<void> {
    const choices = await askAboutConflicts(this.app, this.messages, update.conflicts);
    const file = this.#file(update);
    if (choices === null || file === null) return;
    const { vault } = this.app;
    const note = {
      read: () => vault.read(file),
      process: (change: (now: string) => string) => vault.process(file, change),
    };
    const { before, made } = await changeNote(file.path, note, (text) => this.maker.decide(text, choices));
    if (before === this.#now(update)) this.#texts.set(update, made.text);
  }

  /**
   * Restores the text that the note had before the update. If anything but {@link decide} has changed the
   * note since the update, the note stays as it is. Shows the result in a notice.
   * @throws Failure `vault-write`
   */
  async undo(update: NoteUpdate): Promise<void> {
    const { notices } = this.messages;
    const file = this.#file(update);
    let undone = false;
    const undo = (text: string): string => {
      undone = withoutTimes(text) === withoutTimes(this.#now(update));
      return undone ? update.before : text;
    };
    if (file !== null) await this.#process(file, undo);
    this.showNotice(undone ? notices.undone : notices.notUndone);
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
