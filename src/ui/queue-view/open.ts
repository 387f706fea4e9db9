import type { App } from 'obsidian';

export const queueViewType = 'pdf-inbox-queue';

/** Reveals the queue view. If it is not open, opens it in the right side bar. */
export async function openQueue({ workspace }: App): Promise<void> {
  const [open] = workspace.getLeavesOfType(queueViewType);
  if (open) await workspace.revealLeaf(open);
  else await workspace.ensureSideLeaf(queueViewType, 'right', { active: true, reveal: true });
}
