import { onTestFinished } from 'vitest';
import { Failure } from '../../../src/failure';
import { connect } from '../../../src/llm/connect';
import type { Endpoint } from '../../../src/llm/endpoint';
import type {
  CheckingModel,
  DraftAnswer,
  DraftRequest,
  LanguageModel,
  ReadingRequest,
} from '../../../src/llm/model';
import { fastPorts, type FastClock } from '../../endpoint/fast-ports';
import { nodeHttp } from '../../endpoint/node-http';
import { presetEndpoint as endpointOf, TEST_KEY as KEY } from '../../endpoint/preset-endpoint';
import { startEndpoint, type EndpointOptions, type RunningEndpoint } from '../../endpoint/server';

export { endpointOf, KEY };

export const CONTRACT = [
  '=== page 1 ===',
  '[1] 技术服务合同',
  '[2] 甲方：云杉数据有限公司。',
  '[3] 乙方：青禾软件工作室。',
  '[4] 乙方应当于2026年3月15日前交付全部成果。',
  '=== page 2 ===',
  '[5] 甲方应在验收合格之日起10日内支付人民币12,000元。',
  '[6] 任何一方违约的，须承担违约责任。',
].join('\n');

/** Statements about the contract, each below the lines that it cites. */
export const READING: ReadingRequest = {
  text: [
    '[3] 乙方：青禾软件工作室。',
    '[4] 乙方应当于2026年3月15日前交付全部成果。',
    '1. (to-do) 交付全部成果 — who: 乙方 — by: 2026年3月15日前',
    '',
    '[5] 甲方应在验收合格之日起10日内支付人民币12,000元。',
    '[6] 任何一方违约的，须承担违约责任。',
    '2. (fact) 合同金额: 1.2万元',
    '! 12,000元 / 1.2万元',
    '3. 只有甲方违约时才须承担违约责任。',
  ].join('\n'),
  count: 3,
  outputLanguage: 'auto',
};

export function requestOf(lines = CONTRACT): DraftRequest {
  return { lines, outputLanguage: 'auto', instructions: '' };
}

export interface Started {
  readonly server: RunningEndpoint;
  readonly endpoint: Endpoint;
  readonly model: CheckingModel;
  readonly clock: FastClock;
}

/**
 * Starts a server, which is closed when the test ends, and connects a model to it. Only for the fault
 * `loading`, the clock's time runs faster than real time, so that the wait for the model soon times out. With
 * other faults, the faster clock would make a quick connection reset look like a slow one.
 */
export async function start(options: EndpointOptions = {}, more: Partial<Endpoint> = {}): Promise<Started> {
  const server = await startEndpoint(options);
  onTestFinished(() => server.close());
  const ports = options.fault === 'loading' ? fastPorts() : fastPorts(1);
  const endpoint = endpointOf(options.as ?? 'custom', server.url, more);
  return { server, endpoint, model: connect(endpoint, nodeHttp, ports), clock: ports.clock };
}

export function draft(
  model: LanguageModel,
  lines?: string,
  signal = new AbortController().signal,
): Promise<DraftAnswer> {
  return model.draft(requestOf(lines), signal);
}

/** Returns the failure with which the work rejects. With any other outcome, the test fails. */
export async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const outcome = await work.then(
    () => new Error('The work did not fail.'),
    (thrown: unknown) => thrown,
  );
  if (outcome instanceof Failure) return outcome;
  throw outcome;
}
