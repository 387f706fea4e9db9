import type { App, TFile } from 'obsidian';
import { Failure } from '../failure';
import type { Messages } from '../i18n/messages';
import { resolveConflict } from '../note/merge';
import type { NoteUpdate } from '../note/writer';
import { askAboutConflicts } from './conflict-modal';

/** What the user does about a note that got a new digest: decides what stays, or takes it all back. */
export class NoteReview {
  /** What a note became, where that is not simply `after`. */
  readonly #texts = new WeakMap<NoteUpdate, string>();

  constructor(
    private readonly app: App,
    private readonly messages: Messages,
    private readonly say: (text: string) => void,
  ) {}

  /** Asks about what both sides changed and writes the answers. @throws Failure `vault-write` */
  async decide(update: NoteUpdate): Promise<void> {
    const choices = await askAboutConflicts(this.app, this.messages, update.conflicts);
    const file = this.#file(update);
    if (choices === null || file === null) return;
    await this.#write(file, (text) => {
      const decided = choices.reduce((note, [conflict, choice]) => resolveConflict(note, conflict, choice), text);
      if (text === this.#now(update)) this.#texts.set(update, decided);
      return decided;
    });
  }

  /** Brings the note back as it was, unless it was changed since; then it says so. @throws Failure `vault-write` */
  async undo(update: NoteUpdate): Promise<void> {
    const { notices } = this.messages;
    const file = this.#file(update);
    let undone = false;
    if (file !== null) {
      await this.#write(file, (text) => {
        undone = text === this.#now(update);
        return undone ? update.before : text;
      });
    }
    this.say(undone ? notices.undone : notices.notUndone);
  }

  #now(update: NoteUpdate): string {
    return this.#texts.get(update) ?? update.after;
  }

  #file({ note }: NoteUpdate): TFile | null {
    return this.app.vault.getFileByPath(note.path);
  }

  async #write(file: TFile, change: (text: string) => string): Promise<void> {
    try {
      await this.app.vault.process(file, change);
    } catch (cause) {
      throw new Failure('vault-write', { cause, passing: true, details: { path: file.path } });
    }
  }
}
