/** Processes one PDF through all stages, in order. */
export { isOwnFailure } from './hold-up';
export type { PipelinePorts } from './ports';
export { processPdf } from './process';
