import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { questionOf } from '../endpoint/question-of';
import { startEndpoint } from '../endpoint/server';
import type { FaultName, RecordedRequest, RunningEndpoint } from '../endpoint/server';
import { answersAboutStock, inFirstCall, statements, stocktaking } from './stocktaking';
import { closeQuietly, openWorld, properties, sharedBrowser, type World } from './world';

const lead = '**The second reading is incomplete.**';

/** With these faults, the answer of the second reading is still usable. */
const usable: readonly FaultName[] = ['good', 'reading-too-few', 'reading-too-many', 'reading-twice'];

/**
 * Returns the fault for one request of the second reading. `reading` is the number of this request, counted
 * from 1 for each document.
 */
type Fault = (reading: number, request: RecordedRequest) => FaultName;

const second =
  (fault: FaultName): Fault =>
  (reading) =>
    reading === 1 ? 'good' : fault;
const always =
  (fault: FaultName): Fault =>
  () =>
    fault;
const aboutLot =
  (lot: number, fault: FaultName): Fault =>
  (_, { body }) => {
    return JSON.stringify(body).includes(`lot ${String(lot)} `) ? fault : 'good';
  };

interface Case {
  readonly fault: Fault;
  readonly checked: 'twice' | 'facts';
  /** The number of statements without a second reading; absent if all statements have one. */
  readonly unread?: number;
  /** Matches the reason that the note gives for the missing second reading. */
  readonly why?: RegExp;
}

const rest = statements - inFirstCall;

/**
 * Some failures do not depend on the document. After two of them in a row, no more requests are sent. So two
 * cases with such failures must not follow each other.
 */
const cases: Readonly<Record<string, Case>> = {
  outage: { fault: second('server-error'), checked: 'facts', unread: rest, why: /internal error/ },
  many: { fault: always('reading-too-many'), checked: 'twice' },
  balance: { fault: second('no-balance'), checked: 'facts', unread: rest, why: /balance/ },
  few: { fault: always('reading-too-few'), checked: 'twice' },
  // The filter refuses the sentence about lot 13. This sentence is also sent with the statements about lots
  // 11, 12, 14 and 15, so five statements are not read.
  filter: { fault: aboutLot(13, 'content-filter'), checked: 'twice', unread: 5, why: /filter/ },
  prose: { fault: second('prose'), checked: 'facts', unread: rest, why: /answer/ },
  none: { fault: always('reading-none'), checked: 'facts', unread: statements, why: /answer/ },
  twice: { fault: always('reading-twice'), checked: 'twice' },
  late: { fault: second('slow'), checked: 'facts', unread: rest, why: /in time/ },
};

/**
 * In a second reading, a model checks the statements of a digest. All cases use one app: a failure with one
 * document must not change the note of another document.
 */
describe('failed second readings', () => {
  const browser = sharedBrowser();
  let world: World;
  let endpoint: RunningEndpoint;
  const faults = new Map<string, Fault>();
  const readings = new Map<string, number>();
  /** Questions that were answered with a usable answer. They must not be sent again. */
  const answered: string[] = [];

  const orderOf = ({ body }: RecordedRequest): string =>
    /of order (\w+)/.exec(JSON.stringify(body))?.[1] ?? '';
  const requestKindsAbout = (name: string): readonly string[] =>
    endpoint.requests.filter((request) => orderOf(request) === name).map(({ requestKind }) => requestKind);
  const answering = (request: RecordedRequest, fault: FaultName): FaultName => {
    if (usable.includes(fault)) answered.push(questionOf(request));
    return fault;
  };
  const readingFault = (_: number, request: RecordedRequest): FaultName => {
    const order = orderOf(request);
    const reading = (readings.get(order) ?? 0) + 1;
    readings.set(order, reading);
    return answering(request, faults.get(order)?.(reading, request) ?? 'good');
  };

  const path = (name: string): string => `Inbox/${name}.md`;
  const add = async (name: string, fault: Fault): Promise<void> => {
    faults.set(name, fault);
    await world.write(`Inbox/${name}.pdf`, stocktaking(name));
  };
  /**
   * Makes the endpoint work again for this document. Returns the number of requests that it has received
   * about the document.
   */
  const repairEndpoint = (name: string): number => {
    faults.delete(name);
    return requestKindsAbout(name).length;
  };
  /**
   * Waits until all statements were read a second time. Statements that were read before must not be sent
   * again.
   */
  const expectCompletion = async (name: string, requestsBefore: number): Promise<string> => {
    const checked = async (): Promise<unknown> => properties(await world.read(path(name)))['pdf_checked'];
    await expect.poll(checked).toBe('twice');
    expect(requestKindsAbout(name).slice(requestsBefore)).toEqual(['reading', 'correction', 'reading']);
    const note = await world.read(path(name));
    expect(note).not.toContain(lead);
    // The corrected statement replaces the wrong one.
    expect(note).not.toContain('weighed');
    const link = `([[${name}.pdf#page=1&selection=`;
    expect(note).toContain(`\n- The crates of lot 4 of order ${name} are counted by its keeper ${link}`);
    return note;
  };
  const inTheMiddle = async (name: string): Promise<void> => {
    await add(name, second('slow'));
    await expect.poll(() => requestKindsAbout(name)).toEqual(['digest', 'reading', 'reading']);
  };

  beforeAll(async () => {
    const fault = (_: number, request: RecordedRequest): FaultName => answering(request, 'good');
    endpoint = await startEndpoint({ ...answersAboutStock, fault, readingFault });
    const own = { concurrency: 1, confirmAboveTokens: 0, silenceSeconds: 10 };
    const settings = { provider: 'custom', baseUrl: endpoint.url, model: 'm', ...own };
    world = await openWorld({ browser: browser(), prepare: { settings } });
    for (const [name, each] of Object.entries(cases)) await add(name, each.fault);
    await world.waitForNotes(Object.keys(cases).length, 240_000);
  });

  afterAll(async () => {
    await closeQuietly(world, endpoint);
  });

  it.each(Object.entries(cases))(
    'in the case %s, the note shows how many statements have no second reading',
    async (name, one) => {
      const note = await world.read(path(name));
      expect(properties(note)).toMatchObject({ pdf_state: 'complete', pdf_checked: one.checked });
      expect(note).toMatch(/\n\*Made by PDF Inbox \(m\)\*\n$/);
      expect(new Set(note.match(/The crates of lot \d+ of order/g)).size).toBe(statements);
      const statement = note.split('\n').find((line) => line.includes(lead)) ?? '';
      if (one.unread === undefined) expect(statement).toBe('');
      else expect(statement).toContain(`${String(one.unread)} statements were not read a second time`);
      expect(statement).toMatch(one.why ?? /^$/);
      expect(requestKindsAbout(name).filter((kind) => kind === 'digest')).toHaveLength(1);
    },
  );

  it('if the model returns two verdicts about a statement, the worse one is used', async () => {
    for (const name of ['few', 'many']) expect(await world.read(path(name))).not.toContain('To be verified');
    const doubted = (await world.read(path('twice'))).split('### To be verified')[1] ?? '';
    const reasons = doubted.match(/no support for it in the passage: On second thought\./g) ?? [];
    expect(reasons).toHaveLength(statements - 1);
  });

  it('a command completes the second reading and keeps the user’s changes in the note', async () => {
    const before = await world.read(path('outage'));
    const own = '\n- [ ] A task of my own\n\nMy own words.';
    const ours = before.replace('- [ ] ', '- [x] ').replace('\n\n### Key points', `${own}\n\n### Key points`);
    await world.write(path('outage'), ours);
    const requestsBefore = repairEndpoint('outage');
    await world.host.openFile(path('outage'));
    await world.host.runCommand('second-reading');
    const note = await expectCompletion('outage', requestsBefore);
    expect(note).toMatch(/^- \[x\] The crates of lot 0 /m);
    expect(note).toContain(own);
    expect(properties(note)['pdf_tokens']).toBeGreaterThan(Number(properties(before)['pdf_tokens']));
  });

  it('the user can complete the second reading from the list of PDFs', async () => {
    const { page } = world.host;
    const requestsBefore = repairEndpoint('late');
    await world.host.runCommand('open-queue');
    await page.locator('.notice').evaluateAll((notices) => notices.forEach((notice) => notice.remove()));
    const row = page.locator('.pdf-inbox-queue-row').filter({ hasText: 'late.pdf' });
    await row.getByRole('button', { name: 'Read a second time' }).click();
    await expectCompletion('late', requestsBefore);
  });

  it('the user can complete the second reading from a notice', async () => {
    await add('second', second('server-error'));
    await world.waitForNote(path('second'));
    const requestsBefore = repairEndpoint('second');
    const hasText = 'Digest of second.pdf is ready; not all of its statements';
    await world.host.page.locator('.notice', { hasText }).getByRole('button', { name: 'Retry' }).click();
    await expectCompletion('second', requestsBefore);
  });

  it('a cancelled second reading leaves no note, and a new digest of the PDF continues it', async () => {
    await inTheMiddle('stopped');
    await world.host.runCommand('cancel-all');
    await expect.poll(() => world.host.statusBar()).not.toContain('stopped');
    expect(await world.notes()).not.toContain(path('stopped'));
    const requestsBefore = repairEndpoint('stopped');
    await world.host.chooseFileMenu('Inbox/stopped.pdf', 'Digest this PDF');
    await world.waitForNote(path('stopped'));
    await expectCompletion('stopped', requestsBefore);
  });

  it('a killed app leaves no note, and the second reading continues after the next start', async () => {
    await inTheMiddle('killed');
    await world.host.kill();
    expect(await world.notes()).not.toContain(path('killed'));
    const requestsBefore = repairEndpoint('killed');
    await world.host.start();
    await world.waitForNote(path('killed'));
    await expectCompletion('killed', requestsBefore);
    expect(await world.notes()).toHaveLength(Object.keys(cases).length + 3);
  });

  it('the plugin does not repeat a question that had a usable answer', () => {
    expect(answered.length).toBeGreaterThan(40);
    expect(answered.filter((question, index) => answered.indexOf(question) !== index)).toEqual([]);
  });
});
