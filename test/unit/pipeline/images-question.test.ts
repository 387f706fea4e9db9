import { describe, expect, it } from 'vitest';
import type { Page } from '../../../src/pdf/document';
import { ownTexts, previewSent } from '../../../src/pipeline/preview';
import { NeedsYou, type ImagesQuestion } from '../../../src/pipeline/approve';
import { readPdf } from '../../../src/pipeline/read-pdf';
import type { PipelinePorts } from '../../../src/pipeline';

const scan: Page = { number: 1, kind: 'scan', width: 595, height: 842, paragraphs: [] };
const text: Page = {
  number: 2,
  kind: 'text',
  width: 595,
  height: 842,
  paragraphs: [{ kind: 'text', page: 2, text: 'Phone 139 1234 5671.', source: [] }],
};
const pdf = { file: new Blob(['%PDF-1.7']), name: 'a.pdf', sha256: 'a1' };
const { signal } = new AbortController();

/** Ports for a PDF with a scanned page and a page of text. `images` returns how many images were sent. */
function rig(agrees: boolean): { ports: PipelinePorts; questions: ImagesQuestion[]; images: () => number } {
  const questions: ImagesQuestion[] = [];
  let images = 0;
  const ports: Partial<PipelinePorts> = {
    extractor: {
      extract: () => Promise.resolve({ pageCount: 2, pages: [scan, text] }),
      renderPage: () => Promise.reject(new Error('A page was rendered.')),
    },
    passwords: { recall: () => undefined, keep: () => undefined, ask: () => Promise.resolve(null) },
    reader: () => ({
      name: 'eye',
      concurrency: 1,
      needsConsent: true,
      read: () => {
        images += 1;
        return Promise.resolve({ reading: { kind: 'no-text' } });
      },
    }),
    askImages: (question) => {
      questions.push(question);
      return Promise.resolve(agrees);
    },
    onSideFailure: () => undefined,
  };
  return { ports: ports as PipelinePorts, questions, images: () => images };
}

async function read(ports: PipelinePorts, mayAsk: boolean): ReturnType<typeof readPdf> {
  return readPdf(pdf, ports, { signal, mayAsk, allow: () => Promise.resolve(), onStep: () => undefined });
}

describe('images of scanned pages', () => {
  it('images of scanned pages are sent if the user agrees', async () => {
    const { ports, questions, images } = rig(true);
    await read(ports, true);
    expect({ asked: questions, images: images() }).toEqual({
      asked: [{ name: 'a.pdf', pages: 1 }],
      images: 1,
    });
  });

  it('no images are sent if the user declines, and the scanned pages count as not read', async () => {
    const { ports, images } = rig(false);
    expect(await read(ports, true)).toMatchObject({
      read: { notRead: [{ reason: 'image-declined', pages: [1] }] },
    });
    expect(images()).toBe(0);
  });

  it('automatic work stops at scanned pages until the user agrees to send their images', async () => {
    const { ports, questions, images } = rig(true);
    const reason = await read(ports, false).catch((thrown: unknown) => thrown);
    expect(reason).toBeInstanceOf(NeedsYou);
    expect(reason).toMatchObject({ need: { kind: 'images', pages: 1 } });
    expect({ questions, images: images() }).toEqual({ questions: [], images: 0 });
  });
});

describe('the preview of what is sent', () => {
  it('the preview is empty for a PDF that must stay on the device', async () => {
    const ports: Partial<PipelinePorts> = {
      mustStayOnDevice: () => true,
      model: () => {
        throw new Error('A model was created.');
      },
    };
    expect(await previewSent(ports as PipelinePorts, { path: 'A/a.pdf', name: 'a.pdf' }, signal)).toEqual({
      requests: [],
      images: 0,
    });
  });

  it('the preview has the user’s own fields below the instructions', () => {
    const request = { lines: '[1] Rent', outputLanguage: 'auto', instructions: 'Be short.' };
    const field = { type: 'text', kinds: [] } as const;
    const fields = [
      { ...field, name: 'Landlord', ask: '' },
      { ...field, name: 'Deposit', ask: 'the deposit' },
    ];
    expect(ownTexts({ ...request, fields })).toBe('Be short.\nLandlord\nDeposit: the deposit');
    expect(ownTexts({ ...request, instructions: ' ' })).toBe('');
  });
});
