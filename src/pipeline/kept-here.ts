import type { PdfFile } from '../inbox/vault';
import type { PipelinePorts } from './ports';

/**
 * Returns the ports for one PDF. While the PDF must stay on this device, they have no model and no vision
 * model, so that nothing of it can be sent. Each call checks the current path of the PDF, because the user
 * may move it while it is processed.
 */
export function keptHere(ports: PipelinePorts, file: PdfFile): PipelinePorts {
  const stays = (): boolean => ports.mustStayOnDevice(file.path);
  return {
    ...ports,
    model: () => (stays() ? null : ports.model()),
    reader: () => (stays() ? null : ports.reader()),
    readsTwice: () => !stays() && ports.readsTwice(),
  };
}
