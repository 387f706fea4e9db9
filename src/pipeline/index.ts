export { isOwnFailure } from './hold-up';
export type { PipelinePorts } from './ports';
export { processPdf } from './process';
