/** One PDF through all stages, in order. */
export type { PipelinePorts } from './ports';
export { processPdf } from './process';
