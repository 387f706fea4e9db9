import { describe, expect, it } from 'vitest';
import { Failure } from '../../../../src/failure';
import type { NoteOrder } from '../../../../src/note/maker';
import { createDocumentWorker } from '../../../../src/workers/document/client';
import { contract, contractDigest, layout } from '../../note/sample';
import { ScriptedPorts, settled, type JobMessage } from './scripted-worker';

const limits = { silence: 20, idle: 60 };
const links = {
  file: '[[a.pdf]]',
  place: '[[a.pdf#page=0|#alias]]',
  source: '[[a.pdf]]',
  pdfPath: 'a.pdf',
  markable: [],
};
const order: NoteOrder = { content: contract, layout, language: 'en', links };
const noted: JobMessage = { type: 'result', result: { text: 'A note.', conflicts: [] } };
const yamlQuestion: JobMessage = { type: 'question', question: 1, name: 'yaml', request: { type: 'pdf' } };

function yaml(properties: object): string {
  return JSON.stringify(properties);
}

describe('a note', () => {
  it('the worker makes a note, but the app writes the YAML of the note', async () => {
    const ports = new ScriptedPorts((_work, sendToApp) => sendToApp(yamlQuestion));
    const work = createDocumentWorker(ports, limits).maker.make(order, yaml);
    await settled();
    expect(ports.posted).toEqual([{ type: 'answer', question: 1, result: '{"type":"pdf"}' }]);
    ports.sendToApp(noted);
    expect(await work).toMatchObject({ text: 'A note.', conflicts: [] });
  });

  it('the worker gets the failures of a note without the causes of these failures', async () => {
    const reason = new Failure('llm-server', { details: { status: 500 }, cause: () => undefined });
    const ports = new ScriptedPorts((_work, sendToApp) => sendToApp(noted));
    const checking = { level: 'facts', notRead: { statements: 2, failure: reason } } as const;
    const notRead = [{ reason: 'vision-failed', pages: [1], failure: reason } as const];
    const content = { ...contract, reason, digest: { ...contractDigest, checking }, notRead };
    await createDocumentWorker(ports, limits).maker.make({ ...order, content }, yaml);
    const expectedFailure = { kind: 'llm-server', details: { status: 500 } };
    const digest = { checking: { level: 'facts', notRead: { statements: 2, failure: expectedFailure } } };
    const given = structuredClone(ports.given[0]);
    expect(given).toMatchObject({
      content: { reason: expectedFailure, digest, notRead: [{ failure: expectedFailure }] },
    });
  });

  it('if a worker crashes, a second worker makes the note, but no third worker follows', async () => {
    let remainingCrashes = 1;
    const ports = new ScriptedPorts((_work, sendToApp, die) =>
      remainingCrashes-- > 0 ? die() : sendToApp(noted),
    );
    const { maker } = createDocumentWorker(ports, limits);
    expect(await maker.decide('A note?', [])).toMatchObject({ text: 'A note.' });
    expect(ports).toMatchObject({ started: 2, running: 1 });
    remainingCrashes = 2;
    await expect(maker.decide('A note?', [])).rejects.toMatchObject({ kind: 'unexpected' });
  });
});
