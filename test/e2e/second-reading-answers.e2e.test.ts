import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asRecord } from '../../src/llm/record';
import { formEn } from '../endpoint/recorded/form-en';
import { planZh } from '../endpoint/recorded/plan-zh';
import { answersOf } from '../endpoint/recorded/recorded';
import { startEndpoint, type RecordedRequest, type RunningEndpoint } from '../endpoint/server';
import { closeQuietly, openWorld, pdf, properties, sharedBrowser, type World } from './world';

/**
 * The endpoint gives recorded answers of models as digests. Some statements in these answers are wrong, and
 * the endpoint rejects exactly the wrong ones in the second reading.
 */
describe('second readings', () => {
  const browser = sharedBrowser();
  let world: World;
  let custom: RunningEndpoint;
  let ollama: RunningEndpoint;

  /** Changes the settings file, as a sync service does after a change on another device. */
  const set = async (settings: Record<string, unknown>): Promise<void> => {
    const all = { ...(await world.host.data()), ...settings };
    await world.moveIn('.obsidian/plugins/pdf-inbox/data.json', Buffer.from(JSON.stringify(all)));
    await expect.poll(() => world.host.data()).toMatchObject(settings);
    if (settings['secondReading'] === false) return;
    // Settings that decide where documents are sent must be approved on this device.
    await world.host.runCommand('open-queue');
    await world.host.page.locator('.pdf-inbox-queue-banner').getByRole('button', { name: 'Approve' }).click();
  };
  const digested = async (fixture: string, name = fixture): Promise<string> => {
    // A copy gets other bytes than its document. The plugin writes no second note of the same bytes.
    const end = name === fixture ? '' : `% ${name}\n%%EOF\n`;
    await world.write(`Inbox/${name}.pdf`, Buffer.concat([await pdf(fixture), Buffer.from(end)]));
    return world.waitForNote(`Inbox/${name}.md`);
  };

  beforeAll(async () => {
    const answers = answersOf([planZh, formEn]);
    custom = await startEndpoint(answers);
    ollama = await startEndpoint({ ...answers, as: 'ollama' });
    const settings = { provider: 'custom', baseUrl: custom.url, model: 'm', confirmAboveTokens: 0 };
    world = await openWorld({ browser: browser(), prepare: { settings } });
  });

  afterAll(async () => {
    await closeQuietly(world, custom);
    await ollama.close();
  });

  it('each task in a table becomes a check box with its owner and deadline', async () => {
    const note = await digested('plan-zh');
    expect(properties(note)).toMatchObject({ pdf_state: 'complete', pdf_checked: 'twice' });
    const tasks = linesUnder(note, 'Action items');
    const task = /^- \[ \] (\S+): (\S+) · due: (\S+) \(\[\[plan-zh\.pdf#page=1&selection=/;
    expect(tasks.map((line) => task.exec(line)?.slice(1))).toEqual([
      ['许闻笙', '勘查现场并测试无线网络', '4月17日'],
      ['贺兰岫', '整理物料主数据', '5月8日'],
      ['闵知白', '安装30台扫描终端', '5月15日'],
      ['贺兰岫', '迁移三年的库存记录', '6月5日'],
      // The model stated this row and the row of the trial run wrongly, and then corrected them.
      ['许闻笙', '对接财务系统接口', '6月12日'],
      ['穆青禾', '分两批培训仓库人员', '6月26日'],
      ['闵知白', '试运行并记录问题', '7月17日'],
      ['穆青禾', '提交验收报告', '7月24日'],
    ]);
    await world.host.openFile('Inbox/plan-zh.md');
    const boxes = world.host.page.locator('.markdown-preview-sizer li.task-list-item input');
    await expect.poll(() => boxes.count()).toBe(8);
    expect(cellsOf(note)).toEqual([
      ['项目编号', 'XM-2026-0231'],
      ['项目经理', '周予安'],
      ['上线期限', '2026年7月31日'],
      ['项目预算', '48.6万元'],
    ]);
    expect(doubtsIn(note)).toEqual([
      [
        '硬件采购须经董事会批准。',
        'A second reading found no support for it in the passage: 只说预算调整须经总经理批准.',
      ],
      ['硬件预算: 321,000元', 'The document has 312,000元 here, the statement says 321,000元.'],
    ]);
  });

  it('with Ollama, the note contains the facts of a form and a reason for each doubt', async () => {
    await set({ provider: 'ollama', baseUrl: ollama.url });
    const note = await digested('form-en');
    expect(properties(note)).toMatchObject({ pdf_state: 'complete', pdf_checked: 'twice' });
    expect(ollama.requests.map(({ requestKind, path }) => [requestKind, path])).toEqual(
      ['digest', 'reading', 'correction', 'reading'].map((requestKind) => [requestKind, '/api/chat']),
    );
    expect(cellsOf(note).sort()).toEqual([
      ['Applicant', 'Mara Quill'],
      ['Business', 'Quill Soups Ltd.'],
      ['Date of birth', '12 May 1988'],
      ['Fee', 'EUR 420.00'],
      ['First day', '1 May 2026'],
      ['Stall width', '3.5 m'],
      ['Telephone', '0555 555 0142'],
      ['Valid until', '31 December 2026'],
    ]);
    expect(linesUnder(note, 'Action items').map((line) => line.split(' ([[')[0])).toEqual([
      '- [ ] Mara Quill: Hand in a copy of the insurance policy · due: no later than 17 April 2026',
      '- [ ] Mara Quill: Pay the fee of EUR 420.00 · due: within 14 days of the permit',
    ]);
    // The corrected statement replaces the wrong one.
    const corrected = 'The stall may be sublet only if the market office consents in writing.';
    expect(linesUnder(note, 'Key points')[1]).toContain(`- ${corrected} ([[form-en.pdf#page=1&selection=`);
    expect(doubtsIn(note)).toEqual([
      [
        'Electricity: not needed',
        'A second reading could not tell whether the passage supports it: the cell is blank.',
      ],
      ['Deposit: EUR 510.00', 'The document has 150.00 here, the statement says 510.00.'],
      ['Insurance policy: HX-77120-D', 'The document has HX-77120-B here, the statement says HX-77120-D.'],
    ]);
    await set({ provider: 'custom', baseUrl: custom.url });
  });

  it('the model of the digest makes the corrections, even if another model does the second reading', async () => {
    await set({ checkModel: 'careful-reader' });
    const { length } = custom.requests;
    const note = await digested('form-en', 'read by another');
    const requests = custom.requests.slice(length);
    expect(requests.map((request) => [request.requestKind, modelOf(request)])).toEqual([
      ['digest', 'm'],
      ['reading', 'careful-reader'],
      ['correction', 'm'],
      ['reading', 'careful-reader'],
    ]);
    expect(properties(note)).toMatchObject({ pdf_model: 'm', pdf_checked: 'twice' });
    const prompts = requests.map(promptTokens);
    expect(properties(note)['pdf_tokens']).toBeGreaterThan(prompts.reduce((all, each) => all + each, 0));
  });

  it('without a second reading, the property `pdf_checked` is `facts`', async () => {
    await set({ secondReading: false, checkModel: '' });
    const { length } = custom.requests;
    const note = await digested('form-en', 'read once');
    expect(custom.requests.slice(length).map(({ requestKind }) => requestKind)).toEqual(['digest']);
    expect(properties(note)).toMatchObject({ pdf_checked: 'facts' });
    expect(note).not.toContain('second reading');
    // The plugin itself finds wrong amounts and numbers, so these two statements have a doubt even without a
    // second reading. It does not find that the key point is wrong.
    const doubted = doubtsIn(note).map(([text]) => text);
    expect(doubted).toEqual(['Deposit: EUR 510.00', 'Insurance policy: HX-77120-D']);
    expect(linesUnder(note, 'Key points')[1]).toMatch(/^- The stall may be sublet freely\. \(\[\[/);
  });
});

function linesUnder(note: string, heading: string): string[] {
  const section = note.split(`\n### ${heading}\n`)[1] ?? '';
  return (section.split(/\n#{2,3} |\n>/)[0] ?? '').split('\n').filter((line) => line.startsWith('- '));
}

/** Returns the names and values in the table of facts. Rows without a link to the passage are left out. */
function cellsOf(note: string): string[][] {
  const row = /^\| (.+?) \| (.+?) \| \[\[[^\]]+#page=1&selection=[\d,]+\\\|p\. 1\]\] \|$/gm;
  return [...note.matchAll(row)].map(([, name = '', value = '']) => [name, value]);
}

/**
 * Returns the statements under "To be verified" with their reasons. If a statement has no link, its whole
 * line is returned.
 */
function doubtsIn(note: string): string[][] {
  const doubt = /^- (.+?) \(\[\[[^\]]+#page=1&selection=[^\]]+\]\](?:, \[\[[^\]]+\]\])*\) \*(.+)\*$/;
  return linesUnder(note, 'To be verified').map((line) => doubt.exec(line)?.slice(1) ?? [line]);
}

function modelOf({ body }: RecordedRequest): unknown {
  return asRecord(body)?.['model'];
}

/**
 * Estimates the tokens of a prompt. The estimate is slightly lower than the number that the server counts.
 */
function promptTokens({ body }: RecordedRequest): number {
  return JSON.stringify(asRecord(body)?.['messages'] ?? '').length / 4 - 1;
}
