import type { PdfFile } from '../inbox/vault';
import type { PipelinePorts } from './ports';

/**
 * Returns the ports for one PDF. While a rule keeps the PDF on this device, these ports have no model and no
 * vision model, so that nothing of the PDF can be sent. The rule is checked at each call, because the user
 * can move the PDF.
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
