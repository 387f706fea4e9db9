/** Merges a new digest into a note that the user has edited since the last digest. */
export { digestMark } from './base';
export { resolveConflict, type Choice, type Conflict } from './conflict';
export { mergeNote, type MergeResult } from './merge-note';
export { baseProperty } from './property-hashes';
export { reunite } from './reunite';
export { isUnchanged } from './unchanged';
