import type { DigestPlan } from '../digest/digest-document';
import { Failure, throwIfCancelled } from '../failure';
import type { Need } from '../inbox/queue';
import { HeldUp } from './hold-up';

/** The user's token limits and the tokens used today. */
export interface Allowance {
  /**
   * A document that is estimated to need more tokens than this is processed only after the user has agreed; 0
   * means that the user is never asked.
   */
  readonly confirmAbove: number;
  /** Maximum number of tokens per day; 0 means no limit. */
  readonly daily: number;
  readonly spentToday: number;
  /** The time at which `spentToday` starts again from 0, in ms since 1970. */
  readonly renewsAt: number;
}

/** Thrown when the work needs a decision of the user, who cannot be asked now or has declined. */
export class NeedsYou extends Error {
  constructor(readonly need: Need) {
    super('needs you');
    this.name = 'NeedsYou';
  }
}

export interface CostQuestion extends DigestPlan {
  readonly name: string;
  readonly pages: number;
}

/**
 * Asks the user whether to spend the estimated tokens on a document. Resolves to false when the user declines
 * or the signal is aborted.
 */
export type AskCost = (question: CostQuestion, signal: AbortSignal) => Promise<boolean>;

export interface ImagesQuestion {
  readonly name: string;
  /** Number of pages that would be sent as images. */
  readonly pages: number;
}

/**
 * Asks the user whether to send images of pages. The question is needed if private values are replaced in
 * text, because they cannot be replaced in an image. Resolves to false when the user declines or the signal
 * is aborted.
 */
export type AskImages = (question: ImagesQuestion, signal: AbortSignal) => Promise<boolean>;

/**
 * Checks whether a step that costs tokens may start. `pages` is the document's page count.
 * @throws HeldUp when the step would exceed the daily limit
 * @throws NeedsYou when the user has to agree but cannot be asked now, or has declined
 * @throws Cancelled
 */
export type Allow = (plan: DigestPlan, pages: number) => Promise<void>;

/**
 * Creates the check for one document. A user who has agreed is not asked a second time. If `ask` is null, the
 * user cannot be asked.
 */
export function allowing(
  allowance: () => Allowance,
  name: string,
  ask: AskCost | null,
  signal: AbortSignal,
): Allow {
  let agreed = false;
  return async (plan, pages) => {
    const { confirmAbove, daily, spentToday, renewsAt } = allowance();
    if (daily > 0 && spentToday + plan.tokens > daily) {
      const details = { limit: daily, spent: spentToday };
      throw new HeldUp({ failure: new Failure('llm-daily-limit', { details }), until: renewsAt });
    }
    if (agreed || confirmAbove === 0 || plan.tokens <= confirmAbove) return;
    agreed = (await ask?.({ ...plan, name, pages }, signal)) ?? false;
    throwIfCancelled(signal);
    if (!agreed) throw new NeedsYou({ kind: 'cost', pages, parts: plan.parts, tokens: plan.tokens });
  };
}
