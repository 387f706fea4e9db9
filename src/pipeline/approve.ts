import type { DigestPlan } from '../digest/digest-document';
import { Failure, throwIfCancelled } from '../failure';
import type { Need } from '../inbox/queue';
import { HeldUp } from './hold-up';

/** What the user has allowed, and what was used of it. Tokens. */
export interface Allowance {
  /** Ask before a document that is estimated above this; 0 never asks. */
  readonly confirmAbove: number;
  /** Stop for the day at this many; 0 is no limit. */
  readonly daily: number;
  readonly spentToday: number;
  /** When the day's count begins anew, in ms since 1970. */
  readonly renewsAt: number;
}

/** Thrown when only the user can say how to go on, and they are not here to be asked, or have said no for now. */
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

/** Asks whether a document is worth its tokens. False, also when it was cancelled, leaves it undone. */
export type AskCost = (question: CostQuestion, signal: AbortSignal) => Promise<boolean>;

/**
 * Lets something that costs tokens begin, or not; `pages` is the document's page count.
 * @throws HeldUp when the day's tokens would not do, NeedsYou when the user has to be asked and is not here, or said no,
 * Cancelled.
 */
export type Allow = (plan: DigestPlan, pages: number) => Promise<void>;

/** What lets one document's work begin. Who has said yes once is not asked again about the same document. */
export function allowing(allowance: () => Allowance, name: string, ask: AskCost | null, signal: AbortSignal): Allow {
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
