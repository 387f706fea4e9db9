import type { Exchange } from './exchange';
import { ANSWER_FAULTS, type AnswerFault } from './faults-answer';
import { CONNECTION_FAULTS, type ConnectionFault } from './faults-connection';
import { PAGE_FAULTS, type PageFault } from './faults-page';
import { REPORTED_FAULTS, type ReportedFault } from './reported-errors';
import { READING_FAULTS, type ReadingFault } from './faults-reading';
import { STATUS_FAULTS, type StatusFault } from './faults-status';
import { STREAM_FAULTS, type StreamFault } from './faults-stream';

/** A way to respond to a request: correctly (`good`), or with a fault. */
export type Fault = (exchange: Exchange) => void | Promise<void>;

export type FaultName =
  | 'good'
  | 'refused'
  | StatusFault
  | AnswerFault
  | PageFault
  | ReadingFault
  | ConnectionFault
  | StreamFault
  | ReportedFault;

function good(exchange: Exchange): void {
  const refusal = exchange.profile.refuse(exchange.body, exchange.request);
  if (refusal !== null) exchange.reply(refusal.status, refusal.body, refusal.headers);
  else exchange.send({ content: exchange.answer, finish: 'stop' });
}

/** All faults by name. */
export const FAULTS: Readonly<Record<FaultName, Fault>> = {
  good,
  // This function is never called: with the fault `refused`, no server listens at the address.
  refused: good,
  ...STATUS_FAULTS,
  ...ANSWER_FAULTS,
  ...PAGE_FAULTS,
  ...READING_FAULTS,
  ...CONNECTION_FAULTS,
  ...STREAM_FAULTS,
  ...REPORTED_FAULTS,
};

export function isFaultName(name: string): name is FaultName {
  return Object.hasOwn(FAULTS, name);
}
