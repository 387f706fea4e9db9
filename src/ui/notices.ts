import { Notice } from 'obsidian';
import { Cancelled, Failure } from '../failure';
import { traitsOf } from '../failure-kinds';
import { failureLine, failureText, format, type Messages } from '../i18n/messages';
import type { Pause, QueueEntry } from '../inbox/queue';
import type { Log } from '../log';
import type { SettingKey } from '../settings';
import type { LabelledAct } from './approval-buttons';
import { clockTime } from './clock-time';
import { correctionLabel } from './correction';
import type { ResultActions, ResultKind, ResultNotices } from './result-notices';

/** The actions that notices offer. */
export interface NoticeActions extends ResultActions {
  /** Opens the settings. If the failure is an unknown model, opens the list of models instead. */
  openSettings(failure: Failure | undefined): void;
  /** The buttons for settings that wait for approval. */
  approvalButtons(): readonly LabelledAct[];
}

/** A question on the screen. */
export interface Question {
  /** False after the user has answered or dismissed it, or after its time is over. */
  readonly isOpen: boolean;
  close(): void;
}

/** How long a notice stays, in ms. */
const readingTime = 8_000;
/** How long a notice with a failure or a question stays, in ms: enough to read two sentences and click. */
const failureTime = 20_000;
/** The app's value for a notice that stays until it is hidden. */
const untilDismissed = 0;

/**
 * Maximum number of notices that are shown one by one while the queue is busy. Further results are summarised
 * when the queue is idle. The number of further errors is shown immediately.
 */
const mostShown = 3;

type Tally = Record<ResultKind | 'shown' | 'errors', number>;

const emptyTally = (): Tally => ({ shown: 0, done: 0, failed: 0, yours: 0, errors: 0 });

/**
 * Notifies the user of the result for each PDF, but with few notices when there are many PDFs. This class
 * also logs the failures. Code that shows a failure without this class must log the failure.
 */
export class Notices {
  #tally = emptyTally();
  /** Null until {@link loadResults} is called. */
  #results: ResultNotices | null = null;
  #pauseNotice: Notice | null = null;
  #lastError: Notice | null = null;
  /** The notice with the number of errors that were not shown. */
  #moreErrors: Notice | null = null;

  constructor(
    private readonly messages: Messages,
    private readonly actions: NoticeActions,
    private readonly log: Pick<Log, 'failure'>,
  ) {}

  /**
   * Loads the code that makes notices about results. The start of the app does not need this code. Must be
   * called before {@link report} gets an entry that ended or failed.
   * @throws Failure `code-not-loaded`, Cancelled
   */
  async loadResults(): Promise<void> {
    const { ResultNotices } = await import('./result-notices');
    const button = (failure: Failure): LabelledAct => this.#correctionButton(failure);
    this.#results ??= new ResultNotices(this.messages, this.actions, button);
  }

  /** Shows a text without buttons. */
  show(text: string): void {
    new Notice(text, readingTime);
  }

  /**
   * Shows a text with buttons, except when there are too many notices.
   * @param isRequested true if the user waits for this text; it is then always shown
   */
  offer(text: string, buttons: readonly LabelledAct[], isRequested = false): void {
    if (!isRequested && this.#tally.shown >= mostShown) return;
    this.#tally.shown += 1;
    this.#show(text, buttons, failureTime);
  }

  /**
   * Shows a question with buttons, however many notices there are.
   * @param stays true to show it until the user answers or dismisses it
   */
  ask(text: string, buttons: readonly LabelledAct[], stays: boolean): Question {
    const notice = this.#show(text, buttons, stays ? untilDismissed : failureTime);
    return {
      get isOpen() {
        return notice.messageEl.isConnected;
      },
      close: () => notice.hide(),
    };
  }

  inboxMoved(folder: string): void {
    this.show(format(this.messages.notices.inboxMoved, { folder }));
  }

  /** Shows that an inbox folder does not exist, with a button that opens the settings. */
  inboxMissing(folder: string): void {
    const failure = this.log.failure(new Failure('inbox-missing', { details: { folder } }));
    this.#show(failureLine(this.messages, failure), [this.#correctionButton(failure)], failureTime);
  }

  /** Lists settings whose stored value is invalid. Shows nothing when there are none. */
  rejectedSettings(keys: readonly SettingKey[]): void {
    const words: Readonly<Record<string, unknown>> = this.messages.settings;
    const nameOf = (key: SettingKey): string => {
      const row = words[key];
      return typeof row === 'object' && row !== null && 'name' in row ? String(row.name) : key;
    };
    if (keys.length > 0)
      this.show(
        format(this.messages.settings.rejected, {
          names: keys.map(nameOf).join(this.messages.settings.separator),
        }),
      );
  }

  /** Logs an error and shows it. When there are too many notices, only the number of errors is shown. */
  fail(thrown: unknown): void {
    if (thrown instanceof Cancelled) return;
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
    const { correctedInSettings, needsApproval } = traitsOf(pause.failure.kind);
    const buttons: LabelledAct[] =
      needsApproval === true ? [...this.actions.approvalButtons()] : [[notices.resume, resume]];
    if (correctedInSettings === true) {
      buttons.unshift(this.#correctionButton(pause.failure));
    }
    this.#pauseNotice = this.#show(text, buttons, untilDismissed);
  }

  /** Handles a change of an entry of the queue. Only an entry that ended or failed can get a notice. */
  report(entry: QueueEntry): void {
    const { state } = entry;
    const failure = failureOf(state);
    if (failure !== undefined) this.log.failure(failure);
    const notice = this.#results?.of(entry);
    if (!notice) return;
    const { kind, text, buttons, isLong, decideFirst } = notice;
    const show = (): void => {
      if (this.#room(kind)) this.#show(text, buttons, isLong ? failureTime : readingTime);
    };
    // If the user has a question to answer, the notice comes after the answer. Otherwise the notice would
    // cover the question on a small screen.
    if (decideFirst === undefined) show();
    else void this.actions.decide(decideFirst).then(show);
  }

  /** Shows one notice for each kind of result, with the number of results that got no notice. */
  queueFellIdle(): void {
    const { done, failed, yours } = this.#tally;
    this.#tally = emptyTally();
    if (done > 0) this.show(format(this.messages.notices.moreDone, { count: done }));
    if (failed > 0) this.show(format(this.messages.notices.moreFailed, { count: failed }));
    if (yours > 0) this.show(format(this.messages.notices.moreYours, { count: yours }));
  }

  #correctionButton(failure: Failure): LabelledAct {
    const { messages, actions } = this;
    const label = correctionLabel(failure, messages, messages.notices.openSettings);
    return [label, () => actions.openSettings(failure)];
  }

  #room(kind: ResultKind): boolean {
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

function failureOf(state: QueueEntry['state']): Failure | undefined {
  if (state.kind === 'failed') return state.failure;
  if (state.kind !== 'ended') return undefined;
  const { outcome } = state;
  if (outcome.kind === 'written') return outcome.failure;
  return outcome.kind === 'needs-you' && outcome.need.kind === 'password' ? outcome.need.failure : undefined;
}
