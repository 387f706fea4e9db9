import { expect, it } from 'vitest';
import { createDocumentWorker } from '../../../../src/workers/document/client';
import { ScriptedPorts, settled, type JobMessage } from './scripted-worker';

const limits = { silence: 20, idle: 60 };
const changes = { before: 2, changed: [1], added: [], removed: [], notCompared: [] };
const compared: JobMessage = { type: 'result', result: changes };

it('the worker that has read a PDF also compares the PDF with a note', async () => {
  const ports = new ScriptedPorts((work, sendToApp) => {
    if (work.type === 'compare') sendToApp(compared);
    else sendToApp({ type: 'result', result: {} });
  });
  const { extractor, comparer } = createDocumentWorker(ports, limits);
  const pdf = new Blob(['%PDF']);
  const { signal } = new AbortController();
  await extractor.extract(pdf, { signal, sources: 'in-worker' });
  expect(await comparer.compare(pdf, 'A note.', signal)).toMatchObject({ before: 2, changed: [1] });
  const [extract, compare] = ports.given;
  expect(ports.started).toBe(1);
  expect(compare).toMatchObject({
    type: 'compare',
    note: 'A note.',
    skip: [],
    pdf: extract && 'pdf' in extract ? extract.pdf : null,
  });
});

it('the comparison of a PDF with a note ends when it is cancelled', async () => {
  const ports = new ScriptedPorts(() => undefined);
  const cancel = new AbortController();
  const work = createDocumentWorker(ports, limits).comparer.compare(
    new Blob(['%PDF']),
    'A note.',
    cancel.signal,
  );
  const ended = expect(work).rejects.toThrow('cancelled');
  await settled();
  cancel.abort();
  await ended;
  expect(ports.running).toBe(0);
});
