import { inPlaceOf, readLine, signedLike } from './line';
import { inFormOf, plainText } from './line-ends';
import { liftNested } from './nested';
import { parseNote, writeNote } from './regions';
import { joinWrapped } from './wrapped';
import { blank, type Block } from './blocks';
import type { PartKey } from '../parts';

/**
 * A line that both the user and the new digest changed. The note keeps the user's line until the user
 * decides.
 */
export interface Conflict {
  readonly section: PartKey;
  /** The user's Markdown, exactly as in the note. */
  readonly mine: string;
  readonly fresh: string;
}

export type Choice = 'mine' | 'fresh' | 'both';

/** Applies the user's choice to the note. Nothing changes if the note no longer contains the user's text. */
export function resolveConflict(note: string, { mine, fresh }: Conflict, choice: Choice): string {
  if (choice === 'mine') return note;
  const { properties, regions } = parseNote(plainText(note));
  const isMine = (text: string): boolean => text === mine;
  for (const region of regions) region.blocks = liftNested(joinWrapped(region.blocks, isMine), isMine);
  const region = regions.find(({ blocks }) => blocks.some(({ text }) => isMine(text)));
  if (region === undefined) return note;
  const index = region.blocks.findIndex(({ text }) => isMine(text));
  const chosen: readonly Block[] = region.blocks.flatMap((block, at) =>
    at === index ? replaced(block, fresh, choice) : [block],
  );
  region.blocks = chosen;
  return inFormOf(note, writeNote({ properties, regions }));
}

function replaced(block: Block, fresh: string, choice: 'fresh' | 'both'): Block[] {
  const { form, due } = readLine(fresh);
  if (choice === 'fresh') return [{ ...block, text: inPlaceOf(fresh, block.text, due === '') }];
  const isLine = form === 'task' || form === 'bullet' || form === 'row';
  const between: Block[] = isLine ? [] : [blank];
  return [block, ...between, { text: signedLike(fresh, block.text), children: [] }];
}
