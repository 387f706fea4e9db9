import modelClient from 'virtual:model-client';
import { Failure } from '../../failure';
import { startScript } from '../rpc/start-script';
import type { ClientPort, ClientPorts } from './model-client';
import type { FromClient } from './protocol';

/**
 * Starts the client worker that the bundle carries.
 * @throws Failure `unexpected` when the engine does not let it start.
 */
export const startClient: ClientPorts['start'] = async (onMessage, onDeath): Promise<ClientPort> => {
  try {
    const worker = await startScript(modelClient, 'pdf-inbox-model');
    worker.onmessage = ({ data }: MessageEvent<FromClient>) => onMessage(data);
    worker.onerror = (event) => {
      worker.terminate();
      onDeath(new Error(event.message));
    };
    return {
      post: (message, transfer = []) => worker.postMessage(message, [...transfer]),
      terminate: () => worker.terminate(),
    };
  } catch (cause) {
    throw new Failure('unexpected', { passing: true, cause });
  }
};
