import { Failure } from '../failure';
import type { Pause, Queue } from '../inbox/queue';
import type { Settings } from '../settings';
import type { Approvals } from '../settings/approvals';
import type { OneWindow } from './one-window';
import type { StagesUi } from './stages-ui';

export interface HoldUpPorts {
  readonly queue: () => Queue;
  readonly approvals: Approvals;
  readonly settings: () => Settings;
  readonly oneWindow: () => Pick<OneWindow, 'isWorking' | 'takeOver'>;
  readonly ui: Pick<StagesUi, 'changesText' | 'queuePaused'>;
  /** Allows new requests to endpoints that have failed repeatedly. */
  readonly forgetFailures: () => void;
  /** Called when this window may begin or continue to work. */
  readonly onFree: () => void;
}

const otherWindow = { failure: new Failure('other-window') };

/** Pauses the queue while another window of the vault works, or while settings wait for approval. */
export class HoldUps {
  constructor(private readonly ports: HoldUpPorts) {}

  /** Returns why no work may begin now; null when work may begin. */
  readonly pause = (): Pause | null => {
    const { oneWindow } = this.ports;
    return oneWindow().isWorking ? this.#unapproved() : otherWindow;
  };

  /**
   * Returns the failure that these settings cause until the user approves them; null when nothing has to be
   * approved.
   */
  readonly refusal = (settings: Settings): Failure | null => {
    const { approvals, ui } = this.ports;
    const changes = approvals.pendingWith(settings);
    if (changes.length === 0) return null;
    return new Failure('settings-not-approved', { details: { changes: ui.changesText(changes) } });
  };

  /** Resumes the queue at the user's request. If another window works, this window takes over from it. */
  readonly resume = (): void => {
    const window = this.ports.oneWindow();
    if (window.isWorking) this.#resumeWork();
    else window.takeOver();
  };

  /** Must be called when this window starts or stops working for its vault. */
  windowChanged(isWorking: boolean): void {
    const queue = this.ports.queue();
    if (!isWorking) queue.pause(otherWindow);
    else if (queue.paused?.failure === otherWindow.failure) queue.resume();
    if (isWorking) this.ports.onFree();
  }

  /**
   * Must be called when the settings of the endpoint have changed. Returns whether the endpoint may be used.
   */
  endpointChanged(): boolean {
    this.followApprovals();
    if (this.#unapproved() !== null) return false;
    if (this.ports.queue().paused?.failure && this.ports.oneWindow().isWorking) this.#resumeWork();
    return true;
  }

  /** Pauses the queue while changes wait for approval, and resumes it afterwards. */
  readonly followApprovals = (): void => {
    const pause = this.#unapproved();
    const queue = this.ports.queue();
    const { paused } = queue;
    if (paused !== null && paused.failure === undefined) {
      // The user has paused the queue. It stays paused, but the user must see that a change waits for
      // approval.
      this.ports.ui.queuePaused(pause ?? paused, this.resume);
    } else if (pause !== null) queue.pause(pause);
    else if (paused?.failure?.kind === 'settings-not-approved') {
      this.#resumeWork();
      this.ports.onFree();
    }
  };

  #resumeWork(): void {
    this.ports.forgetFailures();
    this.ports.queue().resume();
  }

  #unapproved(): Pause | null {
    const failure = this.refusal(this.ports.settings());
    return failure === null ? null : { failure };
  }
}
