import type { PdfFile } from '../inbox/vault';
import type { PipelinePorts } from './ports';

/**
 * Returns the ports for one PDF. While its path must stay on this device, they have no model and no vision
 * model, so that nothing of it can be sent. The path is checked at each call, because the user may move the
 * PDF while it is processed.
 */
export function keptHere(ports: PipelinePorts, file: PdfFile): PipelinePorts {
  const stays = (): boolean => ports.staysHere(file.path);
  return {
    ...ports,
    model: () => (stays() ? null : ports.model()),
    reader: () => (stays() ? null : ports.reader()),
    readsTwice: () => !stays() && ports.readsTwice(),
  };
}
