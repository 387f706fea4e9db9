/** A new digest into a note that the user has worked on since the older one. */
export { baseProperty, digestMark } from './base';
export { resolveConflict, type Choice, type Conflict } from './conflict';
export { mergeNote, type MergeResult } from './merge-note';
