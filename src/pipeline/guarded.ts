import type { QueueEntry } from '../inbox/queue';
import { NeedsYou } from './approve';
import type { PipelinePorts } from './ports';

/**
 * Returns the ports (the functions that the pipeline calls) for one PDF. While one of these functions parses
 * the PDF, the device has a record of this work (`InFlight`). If this PDF has crashed the app before, the
 * functions reject with NeedsYou and do not parse it, unless the user asked for the digest of this PDF.
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
