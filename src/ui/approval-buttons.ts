import type { Messages } from '../i18n/messages';
import type { Approvals } from '../settings/approvals';

/** The label of a button, and its action. */
export type LabelledAct = readonly [label: string, act: () => void];

/**
 * Returns the buttons for changed settings that wait for approval. The first button approves the changes. If
 * the changes can be undone, a second button undoes them.
 */
export function approvalButtons(
  { approval: words }: Messages,
  approvals: Approvals,
  fail: (thrown: unknown) => void,
): readonly LabelledAct[] {
  const shown = approvals.pending;
  const approve: LabelledAct = [words.approve, () => approvals.approve(shown)];
  if (!approvals.canUndo) return [approve];
  return [approve, [words.undo, () => void approvals.undo().catch(fail)]];
}
