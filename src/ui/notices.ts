import { Notice } from 'obsidian';
import type { Failure } from '../failure';
import { traitsOf } from '../failure-kinds';
import { failureLine, failureText, format, type Messages } from '../i18n/messages';
import type { Need, Pause, QueueEntry, Written } from '../inbox/queue';
import type { Log } from '../log';
import type { NoteUpdate } from '../note/writer';
import type { SettingKey } from '../settings';
import type { LabelledAct } from './approval-buttons';
import { clockTime } from './clock-time';
import { mendLabel } from './mend';
import { megabytes } from './megabytes';

/** The actions that a notice offers. */
export interface NoticeActions {
  /** Returns a function that opens the note at this path, also after the note was renamed. */
  noteOpener(path: string): () => void;
  /** Opens the place where the user can correct the cause of a failure. */
  openSettings(failure: Failure | undefined): void;
  retry(entry: Pick<QueueEntry, 'file' | 'note'>): void;
  /** Writes a new digest of the PDF into this note. */
  regenerate(entry: QueueEntry, notePath: string): void;
  /** Keeps the note of a changed PDF as it is. */
  keepNote(entry: QueueEntry): void;
  /** The buttons for settings that wait for approval. */
  approvalButtons(): readonly LabelledAct[];
  undo(update: NoteUpdate): void;
  /** Asks the user to resolve the conflicts. Resolves when the window closes, and never rejects. */
  decide(update: NoteUpdate): Promise<void>;
}

/** Time in ms for which a notice stays. */
const readingTime = 8_000;
/**
 * Time in ms for which a notice with a failure or a question stays. It is enough to read two sentences and
 * click.
 */
const failureTime = 20_000;
/** The app's value for a notice that stays until it is hidden. */
const untilDismissed = 0;

/**
 * Maximum number of notices of all kinds that are shown one by one while the queue is busy. The others are
 * summarised when it is idle; errors are summarised at once.
 */
const mostShown = 3;

/** The reason why some statements were not read a second time. */
type Lack = NonNullable<Written['notReadTwice']>;

/**
 * The kinds of results; with `yours`, the user has to act. The results that got no notice are counted by
 * kind.
 */
type Kind = 'done' | 'failed' | 'yours';

type Tally = Record<Kind | 'shown' | 'errors', number>;

const emptyTally = (): Tally => ({ shown: 0, done: 0, failed: 0, yours: 0, errors: 0 });

/**
 * Notifies the user of the result for each PDF, but with few notices when there are many PDFs. This class
 * logs the failures that it shows. Code that shows a failure elsewhere logs it itself.
 */
export class Notices {
  #tally = emptyTally();
  #pauseNotice: Notice | null = null;
  /** The notice of the last error. */
  #lastError: Notice | null = null;
  /** The notice with the number of errors that were not shown. */
  #moreErrors: Notice | null = null;

  constructor(
    private readonly messages: Messages,
    private readonly actions: NoticeActions,
    private readonly log: Pick<Log, 'failure'>,
  ) {}

  /** Shows a text without buttons. */
  say(text: string): void {
    new Notice(text, readingTime);
  }

  /**
   * Shows a text with buttons. When there are too many notices, it shows nothing, unless the user waits for
   * this notice (`isAsked`).
   */
  offer(text: string, buttons: readonly LabelledAct[], isAsked = false): void {
    if (!isAsked && this.#tally.shown >= mostShown) return;
    this.#tally.shown += 1;
    this.#show(text, buttons, failureTime);
  }

  inboxMoved(folder: string): void {
    this.say(format(this.messages.notices.inboxMoved, { folder }));
  }

  /** Lists settings whose stored value is invalid. Shows nothing when there are none. */
  rejectedSettings(keys: readonly SettingKey[]): void {
    const words: Readonly<Record<string, unknown>> = this.messages.settings;
    const nameOf = (key: SettingKey): string => {
      const row = words[key];
      return typeof row === 'object' && row !== null && 'name' in row ? String(row.name) : key;
    };
    if (keys.length > 0)
      this.say(
        format(this.messages.settings.rejected, {
          names: keys.map(nameOf).join(this.messages.settings.separator),
        }),
      );
  }

  /** Logs an error and shows it, or counts it when there are too many notices. */
  fail(thrown: unknown): void {
    const text = failureLine(this.messages, this.log.failure(thrown));
    const isOnScreen = this.#lastError?.messageEl.isConnected === true;
    if (this.#tally.shown < mostShown || !isOnScreen) {
      this.#tally.shown += 1;
      this.#lastError = new Notice(text, failureTime);
      return;
    }
    this.#tally.errors += 1;
    const sum = format(this.messages.notices.moreErrors, { count: this.#tally.errors });
    if (this.#moreErrors?.messageEl.isConnected === true) this.#moreErrors.setMessage(sum);
    else this.#moreErrors = new Notice(sum, failureTime);
  }

  /** Shows why the queue is paused and how to resume it. The notice is hidden when the queue is resumed. */
  paused(pause: Pause | null, resume: () => void): void {
    this.#pauseNotice?.hide();
    this.#pauseNotice = null;
    // A pause without a failure was the user's own action and needs no notice.
    if (!pause?.failure) return;
    this.log.failure(pause.failure);
    const { notices } = this.messages;
    const until = pause.until === undefined ? {} : { time: clockTime(pause.until) };
    const text = format(notices.paused, { ...failureText(this.messages, pause.failure), ...until });
    const { mendedInSettings, needsApproval } = traitsOf(pause.failure.kind);
    const buttons: LabelledAct[] =
      needsApproval === true ? [...this.actions.approvalButtons()] : [[notices.resume, resume]];
    if (mendedInSettings === true) {
      buttons.unshift(this.#mendButton(pause.failure));
    }
    this.#pauseNotice = this.#show(text, buttons, untilDismissed);
  }

  /** Handles a change of the queue. Only ended entries get a notice. */
  report(entry: QueueEntry): void {
    const { state } = entry;
    const failure = failureOf(state);
    if (failure !== undefined) this.log.failure(failure);
    if (state.kind === 'failed') this.#failed(entry, state.failure);
    else if (state.kind === 'ended') this.#ended(entry);
  }

  /** Shows one notice for each kind of result, with the number of results that got no notice. */
  queueFellIdle(): void {
    const { done, failed, yours } = this.#tally;
    this.#tally = emptyTally();
    if (done > 0) this.say(format(this.messages.notices.moreDone, { count: done }));
    if (failed > 0) this.say(format(this.messages.notices.moreFailed, { count: failed }));
    if (yours > 0) this.say(format(this.messages.notices.moreYours, { count: yours }));
  }

  #ended(entry: QueueEntry): void {
    if (entry.state.kind !== 'ended') return;
    const { outcome } = entry.state;
    const { notices } = this.messages;
    const { name } = entry.file;
    switch (outcome.kind) {
      case 'written': {
        const { notePath, failure, update } = outcome;
        if (failure)
          this.#failed(entry, failure, notePath, outcome.state === 'pending' ? 'pending' : 'failed');
        else if (update) this.#updated(entry, update, outcome.notReadTwice);
        else if (this.#room('done')) this.#done(entry, outcome);
        return;
      }
      case 'left-out':
        // Every start of the app finds such a PDF again. The user gets a notice only when the PDF arrives.
        if (entry.origin !== 'arrived' || !this.#room('yours')) return;
        this.#show(format(notices.leftOut, { name }), [
          [notices.digest, () => this.actions.retry({ file: entry.file })],
        ]);
        return;
      case 'known':
        // A second copy, or a file that sync delivered again, gets a notice only if the user asked for this
        // PDF.
        if (entry.origin !== 'asked' || !this.#room('done')) return;
        this.#show(format(notices.alreadyDone, { name }), [
          [notices.openNote, this.actions.noteOpener(outcome.notePath)],
        ]);
        return;
      case 'changed':
        if (!this.#room('yours')) return;
        this.#show(format(notices.changed, { name }), [
          [notices.openNote, this.actions.noteOpener(outcome.notePath)],
          [notices.regenerate, () => this.actions.regenerate(entry, outcome.notePath)],
          [notices.keepNote, () => this.actions.keepNote(entry)],
          [notices.newNote, () => this.actions.retry({ file: entry.file })],
        ]);
        return;
      case 'needs-you':
        this.#needsYou(entry, outcome.need);
        return;
      case 'unfinished':
      case 'held-up':
      case 'gone':
        return;
    }
  }

  #done(entry: QueueEntry, { notePath, notReadTwice }: Written): void {
    const { notices } = this.messages;
    const open: LabelledAct = [notices.openNote, this.actions.noteOpener(notePath)];
    if (notReadTwice === undefined) this.#show(format(notices.done, { name: entry.file.name }), [open]);
    else {
      const remedy = this.#secondReadingButton(entry, notePath, notReadTwice.failure);
      this.#show(this.#lackText(entry, notReadTwice), [open, remedy], failureTime);
    }
  }

  #lackText({ file: { name } }: QueueEntry, { failure }: Lack): string {
    const why = failure === undefined ? {} : failureText(this.messages, failure);
    return format(this.messages.notices.notReadTwice, { name, ...why });
  }

  #mendButton(failure: Failure): LabelledAct {
    return [
      mendLabel(failure, this.messages, this.messages.notices.openSettings),
      () => this.actions.openSettings(failure),
    ];
  }

  #secondReadingButton(entry: QueueEntry, notePath: string, failure: Failure | undefined): LabelledAct {
    const { notices } = this.messages;
    const isForSettings = failure !== undefined && traitsOf(failure.kind).mendedInSettings;
    if (isForSettings) return this.#mendButton(failure);
    return [notices.retry, () => this.actions.regenerate(entry, notePath)];
  }

  #updated(entry: QueueEntry, update: NoteUpdate, lack?: Lack): void {
    const { notices } = this.messages;
    const buttons: LabelledAct[] = [[notices.openNote, this.actions.noteOpener(update.note.path)]];
    if (update.conflicts.length > 0)
      buttons.push([notices.decideConflicts, () => void this.actions.decide(update)]);
    const isSame = update.after === update.before;
    if (!isSame) buttons.push([notices.undo, () => this.actions.undo(update)]);
    const words = isSame && update.conflicts.length === 0 ? notices.regeneratedSame : notices.regenerated;
    const text = lack === undefined ? format(words, { name: entry.file.name }) : this.#lackText(entry, lack);
    const show = (): void => {
      if (this.#room('done')) this.#show(text, buttons, failureTime);
    };
    // On a small screen the notice would cover the question, so it is shown after the user has answered.
    if (update.conflicts.length > 0 && entry.origin === 'asked') void this.actions.decide(update).then(show);
    else show();
  }

  #needsYou(entry: QueueEntry, need: Need): void {
    if (!this.#room('yours')) return;
    const { notices } = this.messages;
    const { name } = entry.file;
    const ask = (text: string, button: string): void =>
      void this.#show(text, [[button, () => this.actions.retry(entry)]], failureTime);
    switch (need.kind) {
      case 'password':
        ask(
          format(notices.failed, { name, ...failureText(this.messages, need.failure) }),
          notices.enterPassword,
        );
        return;
      case 'crash':
        ask(format(notices.asksAfterCrash, { name }), notices.readNow);
        return;
      case 'size':
        ask(format(notices.asksAboutSize, { name, size: megabytes(need.size) }), notices.readNow);
        return;
      case 'claim':
        // The row in the queue states the reason, so the user decides there.
        this.say(format(notices.asksAboutClaim, { name }));
        return;
      case 'cost': {
        const details = { name, pages: need.pages.toLocaleString(), tokens: need.tokens.toLocaleString() };
        if (entry.origin === 'asked') this.say(format(notices.declined, { name }));
        else ask(format(notices.asksForCost, details), notices.decide);
      }
    }
  }

  #failed(
    entry: QueueEntry,
    failure: Failure,
    notePath?: string,
    kind: 'pending' | 'failed' = 'failed',
  ): void {
    if (!this.#room('failed')) return;
    const { notices } = this.messages;
    const text = format(notices[kind], { name: entry.file.name, ...failureText(this.messages, failure) });
    const buttons: LabelledAct[] = [];
    if (notePath !== undefined) buttons.push([notices.openNote, this.actions.noteOpener(notePath)]);
    if (traitsOf(failure.kind).mendedInSettings) {
      buttons.push(this.#mendButton(failure));
    } else if (notePath === undefined) buttons.push([notices.retry, () => this.actions.retry(entry)]);
    this.#show(text, buttons, failureTime);
  }

  #room(kind: Kind): boolean {
    if (this.#tally.shown < mostShown) {
      this.#tally.shown += 1;
      return true;
    }
    this.#tally[kind] += 1;
    return false;
  }

  #show(text: string, buttons: readonly LabelledAct[], time = readingTime): Notice {
    const notice: Notice = new Notice(
      createFragment((fragment) => {
        fragment.createDiv({ cls: 'pdf-inbox-notice-text', text });
        const row = fragment.createDiv({ cls: 'pdf-inbox-notice-buttons' });
        for (const [label, act] of buttons) {
          row.createEl('button', { text: label }).addEventListener('click', () => {
            notice.hide();
            act();
          });
        }
      }),
      time,
    );
    return notice;
  }
}

/** Returns the failure with which an entry ended, if there is one. */
function failureOf(state: QueueEntry['state']): Failure | undefined {
  if (state.kind === 'failed') return state.failure;
  if (state.kind !== 'ended') return undefined;
  const { outcome } = state;
  if (outcome.kind === 'written') return outcome.failure;
  return outcome.kind === 'needs-you' && outcome.need.kind === 'password' ? outcome.need.failure : undefined;
}
