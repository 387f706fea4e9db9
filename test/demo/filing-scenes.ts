import type { Stage } from './interface-scenes';
import { clearNotices, type Language } from './pictures';

const fields = {
  en: [
    { name: 'deposit', type: 'number', ask: 'security deposit', kinds: ['contract'] },
    {
      name: 'guarantee until',
      type: 'date',
      ask: 'last day of the guarantee',
      kinds: ['invoice', 'purchase-order', 'receipt', 'certificate'],
    },
    { name: 'contacts', type: 'list', ask: '', kinds: [] },
  ],
  zh: [
    { name: '押金', type: 'number', ask: '押金、保证金', kinds: ['contract'] },
    {
      name: '质保到期日',
      type: 'date',
      ask: '质量保证期的最后一天',
      kinds: ['invoice', 'purchase-order', 'receipt', 'certificate'],
    },
    { name: '联系人', type: 'list', ask: '', kinds: [] },
  ],
} as const;

/** Returns settings in which the pages for filing show entries of every kind. */
export function filingSettings(language: Language): Readonly<Record<string, unknown>> {
  const isChinese = language === 'zh';
  const [invoices, scans] = isChinese ? ['收件箱/发票', '扫描'] : ['Inbox/Invoices', 'Scans'];
  return {
    ownFields: fields[language],
    me: isChinese ? ['晴川精密', '沈知衡'] : ['Northfield Tools', 'the tenant'],
    tagPrefix: 'pdf/',
    moreInboxFolders: [scans],
    rules: [
      {
        folder: invoices,
        noteFolder: isChinese ? '财务' : 'Finance',
        tags: [isChinese ? '发票' : 'invoice'],
      },
      { folder: isChinese ? '收件箱/私人' : 'Inbox/Private', localOnly: true, instructions: 'Be brief.' },
      { kind: 'contract', template: isChinese ? '模板/合同.md' : 'Templates/Contract.md' },
    ],
  };
}

/** Shows the pages of the settings for filing, own fields and rules, with the windows for their entries. */
export async function filingScenes({ host, words: { settings: words }, picture }: Stage): Promise<void> {
  const { page } = host;
  const item = (text: string) => page.locator('.setting-item', { hasText: text });
  const modal = page.locator('.modal').last();
  // On a phone, the list has a row for it instead of a button.
  const add = (name: string) =>
    page.locator(`[aria-label="${name}"], .setting-add-item:has-text("${name}")`).first();
  const open = async (name: string): Promise<void> => {
    await host.openSettings();
    await clearNotices(host);
    await item(name).first().click();
  };
  const close = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  };

  await open(words.filing.name);
  await item(words.tagsToModel.name).waitFor();
  await picture('settings-filing', 1_700);
  await close();

  await open(words.ownFields.name);
  await add(words.ownFields.add).waitFor();
  await picture('settings-own-fields');
  await add(words.ownFields.add).click();
  await modal.getByRole('button', { name: words.ownFields.save }).click();
  await picture('own-field', 1_150);
  await close();

  await open(words.rules.name);
  await add(words.rules.add).waitFor();
  await picture('settings-rules', 1_000);
  await add(words.rules.add).click();
  await modal.getByRole('button', { name: words.rules.save }).waitFor();
  await picture('rule', 1_150);
  await close();
}
