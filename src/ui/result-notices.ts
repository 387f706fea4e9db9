import type { Failure } from '../failure';
import { traitsOf } from '../failure-kinds';
import { failureText, format, type Messages } from '../i18n/messages';
import type { Need, QueueEntry, Written } from '../inbox/queue';
import type { NoteUpdate } from '../note/writer';
import type { LabelledAct } from './approval-buttons';
import { megabytes } from './megabytes';

/** The actions of the buttons in a notice. */
export interface ResultActions {
  openNote(path: string): void;
  retry(entry: Pick<QueueEntry, 'file' | 'note'>): void;
  regenerate(entry: QueueEntry, notePath: string): void;
  keepNote(entry: QueueEntry): void;
  undo(update: NoteUpdate): void;
  /**
   * Asks the user to resolve the conflicts. The promise is fulfilled when the window closes, and never
   * rejected.
   */
  decide(update: NoteUpdate): Promise<void>;
}

/** With `yours`, the user has to do or decide something. */
export type ResultKind = 'done' | 'failed' | 'yours';

/** The content of a notice about the result for one PDF. */
export interface ResultNotice {
  readonly kind: ResultKind;
  readonly text: string;
  readonly buttons: readonly LabelledAct[];
  /** True when the notice stays open longer: its text is long, or the user has to decide. */
  readonly isLong: boolean;
  /** An update with conflicts that the user resolves before the notice is shown. */
  readonly decideFirst?: NoteUpdate;
}

type Lack = NonNullable<Written['notReadTwice']>;

/** Makes the notices about the results of PDFs. */
export class ResultNotices {
  constructor(
    private readonly messages: Messages,
    private readonly actions: ResultActions,
    /** Returns the button for a failure that the user can correct in the settings. */
    private readonly correctionButton: (failure: Failure) => LabelledAct,
  ) {}

  /** Returns the notice for an entry; null when the entry has not ended or needs no notice. */
  of(entry: QueueEntry): ResultNotice | null {
    const { state } = entry;
    if (state.kind === 'failed') return this.#failed(entry, state.failure);
    return state.kind === 'ended' ? this.#ended(entry, state.outcome) : null;
  }

  #ended(
    entry: QueueEntry,
    outcome: Extract<QueueEntry['state'], { kind: 'ended' }>['outcome'],
  ): ResultNotice | null {
    const { notices } = this.messages;
    const { name } = entry.file;
    switch (outcome.kind) {
      case 'written': {
        const { notePath, failure, update } = outcome;
        if (failure)
          return this.#failed(entry, failure, notePath, outcome.state === 'pending' ? 'pending' : 'failed');
        return update ? this.#updated(entry, update, outcome.notReadTwice) : this.#done(entry, outcome);
      }
      case 'left-out':
        // If the origin is `found`, no notice is shown, because the plugin finds the PDF at every start. If
        // the origin is `asked`, a notice is shown, because the user expects a digest. Its note was deleted
        // during the work.
        if (entry.origin !== 'arrived' && entry.origin !== 'asked') return null;
        return notice('yours', format(notices.leftOut, { name }), [
          [notices.digest, () => this.actions.retry({ file: entry.file })],
        ]);
      case 'known':
        if (entry.origin !== 'asked') return null;
        return notice('done', format(notices.alreadyDone, { name }), [this.#open(outcome.notePath)]);
      case 'changed':
        return notice('yours', format(notices.changed, { name }), [
          this.#open(outcome.notePath),
          [notices.regenerate, () => this.actions.regenerate(entry, outcome.notePath)],
          [notices.keepNote, () => this.actions.keepNote(entry)],
          [notices.newNote, () => this.actions.retry({ file: entry.file })],
        ]);
      case 'needs-you':
        return this.#needsYou(entry, outcome.need);
      case 'unfinished':
      case 'held-up':
      case 'gone':
        return null;
    }
  }

  #open(notePath: string): LabelledAct {
    return [this.messages.notices.openNote, () => this.actions.openNote(notePath)];
  }

  #done(entry: QueueEntry, { notePath, notReadTwice }: Written): ResultNotice {
    const open = this.#open(notePath);
    if (notReadTwice === undefined)
      return notice('done', format(this.messages.notices.done, { name: entry.file.name }), [open]);
    const remedy = this.#secondReadingButton(entry, notePath, notReadTwice.failure);
    return notice('done', this.#lackText(entry, notReadTwice), [open, remedy], true);
  }

  #lackText({ file: { name } }: QueueEntry, { failure }: Lack): string {
    const why = failure === undefined ? {} : failureText(this.messages, failure);
    return format(this.messages.notices.notReadTwice, { name, ...why });
  }

  #secondReadingButton(entry: QueueEntry, notePath: string, failure: Failure | undefined): LabelledAct {
    const isForSettings = failure !== undefined && traitsOf(failure.kind).correctedInSettings;
    if (isForSettings) return this.correctionButton(failure);
    return [this.messages.notices.retry, () => this.actions.regenerate(entry, notePath)];
  }

  #updated(entry: QueueEntry, update: NoteUpdate, lack?: Lack): ResultNotice {
    const { notices } = this.messages;
    const buttons: LabelledAct[] = [this.#open(update.note.path)];
    const hasConflicts = update.conflicts.length > 0;
    if (hasConflicts) buttons.push([notices.decideConflicts, () => void this.actions.decide(update)]);
    const isSame = update.after === update.before;
    if (!isSame) buttons.push([notices.undo, () => this.actions.undo(update)]);
    const words = isSame && !hasConflicts ? notices.regeneratedSame : notices.regenerated;
    const text = lack === undefined ? format(words, { name: entry.file.name }) : this.#lackText(entry, lack);
    const shown = notice('done', text, buttons, true);
    return hasConflicts && entry.origin === 'asked' ? { ...shown, decideFirst: update } : shown;
  }

  #needsYou(entry: QueueEntry, need: Need): ResultNotice | null {
    const { notices } = this.messages;
    const { name } = entry.file;
    const ask = (text: string, button: string): ResultNotice =>
      notice('yours', text, [[button, () => this.actions.retry(entry)]], true);
    switch (need.kind) {
      case 'password':
        // The user has just closed the window that asks for the password. The queue still lists the PDF.
        if (entry.origin === 'asked') return null;
        return ask(
          format(notices.failed, { name, ...failureText(this.messages, need.failure) }),
          notices.enterPassword,
        );
      case 'crash':
        return ask(format(notices.asksAfterCrash, { name }), notices.readNow);
      case 'size':
        return ask(format(notices.asksAboutSize, { name, size: megabytes(need.size) }), notices.readNow);
      case 'claim':
        // A note claims to belong to the PDF, but may not be from this plugin. The notice has no button: the
        // user should first see why the claim is doubted, and only the row in the queue shows the reason.
        return notice('yours', format(notices.asksAboutClaim, { name }));
      case 'images':
        return ask(format(notices.asksAboutImages, { name, pages: need.pages }), notices.decide);
      case 'cost': {
        const details = { name, pages: need.pages.toLocaleString(), tokens: need.tokens.toLocaleString() };
        return entry.origin === 'asked'
          ? notice('yours', format(notices.declined, { name }))
          : ask(format(notices.asksForCost, details), notices.decide);
      }
    }
  }

  #failed(
    entry: QueueEntry,
    failure: Failure,
    notePath?: string,
    kind: 'pending' | 'failed' = 'failed',
  ): ResultNotice {
    const { notices } = this.messages;
    const text = format(notices[kind], { name: entry.file.name, ...failureText(this.messages, failure) });
    const buttons: LabelledAct[] = notePath === undefined ? [] : [this.#open(notePath)];
    if (traitsOf(failure.kind).correctedInSettings) buttons.push(this.correctionButton(failure));
    else if (notePath === undefined) buttons.push([notices.retry, () => this.actions.retry(entry)]);
    return notice('failed', text, buttons, true);
  }
}

function notice(
  kind: ResultKind,
  text: string,
  buttons: readonly LabelledAct[] = [],
  isLong = false,
): ResultNotice {
  return { kind, text, buttons, isLong };
}
