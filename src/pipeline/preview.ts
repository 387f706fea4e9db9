import type { Draft } from '../llm/draft';
import type { DraftRequest } from '../llm/model';
import { sha256 } from '../hash';
import type { PdfFile } from '../inbox/vault';
import { extractProtected } from '../pdf/extract-protected';
import type { SendingModel } from '../redact/redacting';
import { keptHere } from './kept-here';
import type { PipelinePorts } from './ports';
import { needsVision } from './scanned-pages';

/** The data that would be sent for a PDF: the requests for its digest, and the number of page images. */
export interface SentPreview {
  /** Empty when nothing would be sent, for example because the PDF must stay on this device. */
  readonly requests: readonly DraftRequest[];
  readonly images: number;
}

/**
 * Returns the user's own texts in a request, one on each line: the instructions, and the names and
 * descriptions of the user's own fields. Empty when there are none.
 */
export function ownTexts({ instructions, fields = [] }: DraftRequest): string {
  const wanted = fields.map(({ name, ask }) => (ask === '' ? name : `${name}: ${ask}`));
  return [instructions, ...wanted].filter((text) => text.trim() !== '').join('\n');
}

const nothing: Draft = {
  title: '',
  doc_type: 'other',
  language: 'und',
  tags: [],
  summary: [],
  actions: [],
  points: [],
  facts: [],
};

/**
 * Creates the requests that a digest of the PDF would send, but does not send them. The requests of the
 * second reading, which checks statements, are left out, because they depend on the answers.
 * @param onPage called with the number of pages read so far and the total number of pages
 * @throws Failure when the PDF cannot be read
 * @throws Cancelled
 */
export async function previewSent(
  ports: PipelinePorts,
  file: PdfFile,
  signal: AbortSignal,
  onPage?: (done: number, of: number) => void,
): Promise<SentPreview> {
  const own = keptHere(ports, file);
  const model = own.model();
  if (model === null) return { requests: [], images: 0 };
  const bytes = await own.vault.read(file);
  const pdf = { file: new Blob([bytes]), name: file.name, sha256: await sha256(bytes) };
  const { text, password } = await extractProtected(own.extractor, pdf, own.passwords, true, {
    signal,
    ...(onPage === undefined ? {} : { onPage }),
    sources: 'in-worker',
  });
  const requests: DraftRequest[] = [];
  const recorder: SendingModel = {
    name: model.name,
    limits: model.limits,
    tokenRatio: model.tokenRatio,
    ...(model.redact === undefined ? {} : { redact: model.redact }),
    draft: (request) => {
      requests.push(request);
      return Promise.resolve({ draft: nothing });
    },
  };
  const document = {
    pdf: pdf.file,
    pageCount: text.pageCount,
    recognised: [],
    notRead: [],
    ...(password === undefined ? {} : { password }),
  };
  await own.engine.digest(document, recorder, { ...(await own.options(file.path)), signal });
  const images = own.reader() === null ? 0 : text.pages.filter(needsVision).length;
  const inOrder = [...requests].sort((one, other) => (one.part?.number ?? 1) - (other.part?.number ?? 1));
  return { requests: inOrder, images };
}
