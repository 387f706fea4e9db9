import modelClient from 'virtual:model-client';
import { Failure } from '../../failure';
import { portOf, type WorkerPort } from '../rpc/port';
import { startScript } from '../rpc/start-script';

/**
 * Starts the endpoint worker.
 * @throws Failure `unexpected` when the worker cannot be started.
 */
export async function startEndpointWorker(): Promise<WorkerPort> {
  try {
    return portOf(await startScript(modelClient, 'pdf-inbox-model'));
  } catch (cause) {
    throw new Failure('unexpected', { passing: true, cause });
  }
}
