import type { QueueEntry } from '../inbox/queue';
import { NeedsYou } from './approve';
import type { PipelinePorts } from './ports';

/**
 * Returns the ports for one PDF. They record on the device that the PDF is being parsed (`InFlight`). If the
 * app once ended unexpectedly while it read this PDF, automatic work rejects with NeedsYou before anything is
 * parsed.
 * @param sha256 hash of the PDF's bytes
 */
export function guarded(ports: PipelinePorts, { origin }: QueueEntry, sha256: string): PipelinePorts {
  const { extractor, changesSince, inFlight } = ports;
  const during = <T>(work: () => Promise<T>): Promise<T> => {
    if (origin !== 'asked' && inFlight.endedApp(sha256)) throw new NeedsYou({ kind: 'crash' });
    return inFlight.during(sha256, work);
  };
  return {
    ...ports,
    extractor: {
      extract: async (pdf, options) => during(() => extractor.extract(pdf, options)),
      renderPage: async (pdf, page, options) => during(() => extractor.renderPage(pdf, page, options)),
    },
    changesSince: async (notePath, pdf, signal) => during(() => changesSince(notePath, pdf, signal)),
  };
}
