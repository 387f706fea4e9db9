import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DraftFact } from '../../src/llm/draft';
import { digestOf, type NumberedLine } from '../endpoint/digest-of';
import { startEndpoint, type RunningEndpoint } from '../endpoint/server';
import { einvoice, fapiao } from '../fixtures/documents/e-invoice-data';
import { contractLike } from '../fixtures/small';
import { closeQuietly, openWorld, pdf, properties, sharedBrowser, type World } from './world';

/** The tests run in this order, in one vault. */
describe('a note template', () => {
  const browser = sharedBrowser();
  let world: World;
  let builtIn = '';
  const path = 'PDF Inbox template.md';

  const waitForNotice = async (words: string): Promise<void> => {
    await expect.poll(async () => (await world.host.notices()).join('\n')).toContain(words);
  };

  /** Returns the body of a note without the words that differ between the PDFs. */
  const bodyOf = (note: string): string =>
    note
      .replace(/^---\n[\s\S]*?\n---\n/, '')
      .replace(/order [0-9a-f]{12}/g, 'order')
      .replace(/\[\[[ab]\.pdf/g, '[[x.pdf');

  beforeAll(async () => {
    world = await openWorld({ browser: browser() });
  });

  afterAll(async () => {
    await closeQuietly(world);
  });

  it('a command writes and opens the template, and never overwrites an existing template', async () => {
    await world.write('Inbox/a.pdf', contractLike('a'));
    builtIn = await world.waitForNote('Inbox/a.md');
    await world.host.runCommand('write-template');
    const template = await world.waitForNote(path);
    expect(template).toContain('## Summary and to-dos\n\n{{tags}}');
    const mine = template.replace('{{archive}}', '{{archive}}\n\nMine.');
    await world.write(path, mine);
    await world.host.runCommand('write-template');
    await expect
      .poll(() => world.host.page.locator('.workspace-leaf.mod-active').first().textContent())
      .toContain('PDF Inbox template');
    expect(await world.read(path)).toBe(mine);
    await world.write(path, template);
  });

  it('an unchanged template gives the built-in layout', async () => {
    await world.host.openSettings();
    const field = world.host.page
      .locator('.setting-item', { has: world.host.page.getByText('Note template', { exact: true }) })
      .locator('input');
    await field.fill(path);
    await field.blur();
    await expect.poll(() => world.host.data()).toMatchObject({ template: path });
    await world.write('Inbox/b.pdf', contractLike('b'));
    expect(bodyOf(await world.waitForNote('Inbox/b.md'))).toBe(bodyOf(builtIn));
  });

  it('notes have the layout of the template, and a new digest keeps the user’s changes', async () => {
    await world.write(
      path,
      '{{pages}} pages of {{source}}, {{date:YYYY}}\n\n## Mine\n\n{{tasks}}\n\n## To think about\n\nNothing yet.\n',
    );
    await expect.poll(() => world.host.fileMenu(path).catch(() => null)).not.toBeNull();
    await world.write('Inbox/c.pdf', contractLike('c'));
    const note = await world.waitForNote('Inbox/c.md');
    expect(note).toMatch(/\d pages? of \[\[c\.pdf\]\], \d{4}\n\n## Mine\n\n### Action items\n\n- \[ \] /);
    expect(note).not.toContain('### Summary');
    expect(note).toMatch(/\n## To think about\n\nNothing yet\.\n\n---\n/);
    const mine = note.replace('- [ ] ', '- [x] ').replace('Nothing yet.', 'A lot.');
    await world.write('Inbox/c.md', mine);
    await expect
      .poll(() => world.host.fileMenu('Inbox/c.md').catch(() => []))
      .toContain('Regenerate this note');
    await world.quiet();
    await world.host.chooseFileMenu('Inbox/c.md', 'Regenerate this note');
    await waitForNotice('is the same as before');
    expect(await world.read('Inbox/c.md')).toBe(mine);
  });

  it('a mistake in the template causes a notice and the built-in layout', async () => {
    await world.write(path, '{{sumary}}\n');
    await world.quiet();
    await world.write('Inbox/d.pdf', contractLike('d'));
    expect(await world.waitForNote('Inbox/d.md')).toContain('### Summary');
    await waitForNotice('the placeholder sumary is unknown');
  });
});

describe('a note', () => {
  const browser = sharedBrowser();
  let world: World;
  let endpoint: RunningEndpoint | undefined;

  afterEach(async () => {
    await closeQuietly(world, endpoint);
    endpoint = undefined;
  });

  const field = (name: string, type: string, ask = '', kinds: readonly string[] = []): object => ({
    name,
    type,
    ask,
    kinds,
  });
  const chineseFields = [
    field('委托方', 'text', '甲方', ['contract']),
    field('签订地点', 'text'),
    field('签订日', 'date', '签订日期'),
    field('代表', 'list', '法定代表人'),
    field('货值', 'number', '签订地点'),
    field('发票号', 'text', '合同编号、发票号码', ['invoice']),
  ];

  /**
   * Starts an endpoint. Its answers give `values` for the fields that the user defined. Each value refers to
   * the lines that contain its quote.
   */
  async function model(values: readonly (readonly [name: string, value: string, quote: string])[]) {
    const fieldsIn = (lines: readonly NumberedLine[]): readonly DraftFact[] =>
      values.map(([name, value, quote]) => ({
        name,
        value,
        quote,
        refs: lines.filter(({ text }) => text.includes(quote)).map(({ number }) => number),
      }));
    endpoint = await startEndpoint({ digest: (lines) => ({ ...digestOf(lines), fields: fieldsIn(lines) }) });
    return {
      settings: { provider: 'custom', baseUrl: endpoint.url, model: 'm' },
      secrets: { 'pdf-inbox-api-key': 'sk-right' },
    };
  }

  it('the values in a Chinese offline note have the property types of the vault', async () => {
    const files = {
      'People/Shiguang.md': '---\naliases: [临澜市拾光软件有限公司]\n---\n',
      'Work.md': 'Notes about #法律/合同 and more.\n',
      // Only the second note shows the type of the property: a list.
      'Lease 1.md': '---\n签订地点:\n---\n',
      'Lease 2.md': '---\n签订地点: [临澜市]\n---\n',
      '.obsidian/types.json':
        '{ "types": { "pdf_amount": "text", "代表": "text", "PDF_Start": "checkbox" } }',
    };
    const filing = { me: ['晴川精密'], titleAsHeading: true, taskFormat: 'tasks', tagPrefix: 'pdf/' };
    const settings = { ...filing, ownFields: chineseFields };
    world = await openWorld({ browser: browser(), language: 'zh', files, prepare: { settings } });
    await world.write('Inbox/scan_0034.pdf', await pdf('contract-zh-plain'));
    const note = await world.waitForNote('Inbox/scan_0034.md');
    const known = properties(note);
    expect(known).toMatchObject({
      type: 'pdf',
      pdf_kind: 'contract',
      aliases: ['智能仓储管理系统技术服务合同'],
      tags: ['AI处理', 'PDF'],
      pdf_number: 'SGRJ-2026-0117',
      pdf_parties: ['临澜市晴川精密制造有限公司', '临澜市拾光软件有限公司'],
      pdf_amount: '486000',
      pdf_currency: 'CNY',
      pdf_date: '2026-01-17',
      pdf_end: '2027-07-31',
      委托方: '临澜市晴川精密制造有限公司',
      签订地点: ['临澜市望江区'],
      签订日: '2026-01-17',
      代表: '沈知衡, 顾南枝',
    });
    for (const name of ['pdf_start', '货值', '发票号']) expect(known).not.toHaveProperty(name);
    expect(note).toContain('\n# 智能仓储管理系统技术服务合同\n');
    expect(note).toContain('| 文档类型 | 合同 |');
    expect(note).toMatch(/^- 货值: 临澜市望江区 \(\[\[.*\*.*类型为“数字”/m);
    expect(note).toContain('| [[Shiguang\\|临澜市拾光软件有限公司]] |');
    expect(note).toContain('| 甲方 | 临澜市晴川精密制造有限公司 |');
    expect(note).toMatch(/^#pdf\/.* #法律\/合同$/m);
    expect(note).toMatch(/^- \[ \] 甲方.*推算：2026-01-27，自 2026-01-17 起算（\[\[.*📅 2026-01-27$/m);
    expect(note).toMatch(/^- \[ \] 甲方.*10个工作日内[^📅\n]*$/mu);
    expect(note).toMatch(/^> \[!todo\][+-] 他人的待办\n> - \[ \] 乙方/m);

    await world.write('Inbox/fapiao.pdf', await pdf('e-invoice-fapiao'));
    const invoice = properties(await world.waitForNote('Inbox/fapiao.md'));
    expect(invoice).toMatchObject({
      pdf_kind: 'invoice',
      pdf_number: fapiao.number,
      pdf_seller: fapiao.seller,
      pdf_buyer: fapiao.buyer,
      pdf_amount: String(Number(fapiao.total)),
      pdf_net: Number(fapiao.net),
      pdf_tax: Number(fapiao.tax),
      pdf_date: '2031-03-18',
      发票号: fapiao.number,
    });
    expect(invoice).not.toHaveProperty('委托方');
  });

  it('a regenerated English offline note keeps the properties that the user has edited', async () => {
    const ownFields = [
      field('client', 'text'),
      field('vendor', 'text', 'Provider'),
      field('nothing', 'date'),
    ];
    const files = { 'Work.md': '#finance\n', 'Brightwater Analytics LLC.md': 'x\n' };
    const settings = { ownFields, tagsInProperty: true };
    world = await openWorld({ browser: browser(), files, prepare: { settings } });
    await world.write('Inbox/a.pdf', await pdf('contract-en'));
    const note = await world.waitForNote('Inbox/a.md');
    expect(properties(note)).toMatchObject({
      pdf_kind: 'contract',
      aliases: ['Master Services Agreement'],
      tags: expect.arrayContaining(['pdf', 'Brightwater-Analytics']) as unknown,
      pdf_amount: 248_500,
      client: 'Harrowfield Logistics Ltd.',
      vendor: 'Brightwater Analytics LLC',
    });
    expect(properties(note)).not.toHaveProperty('nothing');
    expect(note).toContain('\n# PDF digest\n');
    expect(note).toContain('| Kind of document | Contract |');
    expect(note).toContain('| Provider | [[Brightwater Analytics LLC]] |');
    expect(note).not.toContain('[[Harrowfield');
    expect(note).toMatch(/^- \[ \] .*computed: 2026-02-12, counted from 2026-02-02 \(\[\[/m);
    expect(note).not.toContain('[!todo]');

    const mine = note.replace(/^client: .*$/m, 'client: Harrowfield').replace(/^vendor: .*\n/m, '');
    await world.write('Inbox/a.md', mine);
    await expect
      .poll(() => world.host.fileMenu('Inbox/a.md').catch(() => []))
      .toContain('Regenerate this note');
    await world.quiet();
    await world.host.chooseFileMenu('Inbox/a.md', 'Regenerate this note');
    await expect.poll(async () => (await world.host.notices()).join('\n')).toContain('is the same as before');
    expect(await world.read('Inbox/a.md')).toBe(mine);
  });

  it('a Chinese note from a model has correctly typed values and only tags of the vault', async () => {
    const { settings, secrets } = await model([
      ['委托方', '临澜市晴川精密制造有限公司', '甲方（委托方）'],
      ['签订地点', '临澜市望江区', '签订地点'],
      ['签订日', '2026年1月17日', '签订日期'],
      ['代表', '沈知衡; 顾南枝', '法定代表人'],
      ['货值', '人民币586,000.00元', '本合同总金额为'],
      ['发票号', 'SGRJ-2026-0117', '合同编号'],
      ['pdf_sha256', '0', '合同编号'],
    ]);
    const files = { 'Work.md': '#agreement #财务\n' };
    const filing = { ownFields: chineseFields, tagPolicy: 'only', tagsToModel: true, me: ['乙方'] };
    const prepare = { settings: { ...settings, ...filing }, secrets };
    world = await openWorld({ browser: browser(), language: 'zh', files, prepare });
    await world.write('Inbox/a.pdf', await pdf('contract-zh-plain'));
    const note = await world.waitForNote('Inbox/a.md');
    expect(properties(note)).toMatchObject({
      pdf_kind: 'contract',
      pdf_state: 'complete',
      pdf_sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      委托方: '临澜市晴川精密制造有限公司',
      签订地点: '临澜市望江区',
      签订日: '2026-01-17',
      代表: ['沈知衡', '顾南枝'],
    });
    for (const name of ['货值', '发票号']) expect(properties(note)).not.toHaveProperty(name);
    expect(note).toMatch(/^- 货值: 人民币586,000.00元 .*\*文档.*\*$/m);
    expect(note).toMatch(/^#agreement( #财务)?$/m);
    expect(note).toMatch(/^> \[!todo\]\S 他人的待办\n> - \[ \] .*甲方/m);
    const sent = JSON.stringify(endpoint?.requests[0]?.body);
    expect(sent).toContain('agreement, 财务');
    expect(sent).toContain('仅当 doc_type 为 contract): 甲方');
  });

  it('an English note from a model has the right values, and no vault tags are sent', async () => {
    const { settings, secrets } = await model([
      ['fee', 'USD 248,500.00', 'a total of USD 248,500.00'],
      ['design', 'March 31, 2026', 'Solution Design Document'],
      ['late', 'USD 99,000.00', 'a total of USD'],
    ]);
    const ownFields = [field('fee', 'number'), field('design', 'date'), field('late', 'number')];
    const filing = { ownFields, me: ['the Provider'], taskFormat: 'dataview', titleAsHeading: true };
    const prepare = { settings: { ...settings, ...filing }, secrets };
    const files = { 'Work.md': '#work/contracts #secret-plan\n' };
    world = await openWorld({ browser: browser(), files, prepare });
    await world.write('Inbox/a.pdf', await pdf('contract-en'));
    const note = await world.waitForNote('Inbox/a.md');
    expect(properties(note)).toMatchObject({ pdf_kind: 'contract', fee: 248_500, design: '2026-03-31' });
    expect(properties(note)).not.toHaveProperty('late');
    await world.write('Inbox/b.pdf', await pdf('e-invoice-en16931'));
    const invoice = properties(await world.waitForNote('Inbox/b.md'));
    expect(invoice).toMatchObject({
      pdf_number: einvoice.number,
      pdf_date: einvoice.date,
      pdf_due: einvoice.due,
      pdf_amount: Number(einvoice.total),
      pdf_currency: 'EUR',
    });
    for (const name of ['fee', 'design', 'late']) expect(invoice).not.toHaveProperty(name);
    expect(note).toMatch(/^- late: USD 99,000\.00 .*\*The document .*\*$/m);
    expect(note).toMatch(/^# Master Services Agreement/m);
    expect(note).toMatch(/^#service .*#work\/contracts$/m);
    expect(note).toMatch(/^> - \[ \] .*The Client.*\[due:: 2026-02-12\]$/m);
    for (const { body } of endpoint?.requests ?? [])
      expect(JSON.stringify(body)).not.toContain('secret-plan');
  });

  it('settings of version 1 add no facts as properties; the tag policy `none` adds no tags', async () => {
    const settings = { settingsVersion: 1, tagPolicy: 'none' };
    world = await openWorld({ browser: browser(), prepare: { settings } });
    await world.write('Inbox/a.pdf', await pdf('contract-en'));
    const note = await world.waitForNote('Inbox/a.md');
    expect(properties(note)).toMatchObject({ pdf_kind: 'contract' });
    expect(properties(note)).not.toHaveProperty('pdf_amount');
    expect(note).not.toContain('### Key tags');
  });
});
