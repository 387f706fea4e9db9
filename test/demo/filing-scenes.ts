import { pagesOf } from '../fixtures/small';
import type { Stage } from './interface-scenes';
import { clearNotices, put, waitForFile, type Language } from './pictures';

/**
 * A tenancy agreement of two pages with a value of each kind that the plugin can redact. All values are
 * invented.
 */
const agreement = pagesOf([
  [
    'Tenancy agreement',
    'The landlord is Northfield Tools, account IBAN DE89 3704 0044 0532 0130 00.',
    'The tenant is Ann Lee, passport no. E12345678, phone +86 139 1234 5671.',
    'The tenant shall write to ann.lee@example.com before 15 March 2026.',
  ],
  [
    'The tenant shall pay a deposit of 1,200.00 USD within 10 days after signing.',
    'Ann Lee confirms this by phone, 139-1234-5671.',
  ],
]);

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

/** Returns settings with an entry in every list, so that no picture shows an empty list. */
export function filingSettings(language: Language): Readonly<Record<string, unknown>> {
  const isChinese = language === 'zh';
  const [invoices, scans] = isChinese ? ['收件箱/发票', '扫描'] : ['Inbox/Invoices', 'Scans'];
  return {
    ownFields: fields[language],
    redact: ['idCard', 'bankCard', 'phone', 'email', 'Ann Lee'],
    prompt: isChinese ? '请用简短的句子。' : 'Write short sentences.',
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

/** Shows the settings pages for redaction, filing, own fields and rules, and the windows that they open. */
export async function filingScenes({ host, words: { settings: words }, picture }: Stage): Promise<void> {
  const { page } = host;
  const item = (text: string) => page.locator('.setting-item', { hasText: text });
  const modal = page.locator('.modal').last();
  // To add an item, the desktop app has a button, and a phone has a row below the list.
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

  await open(words.redaction.name);
  await item(words.previewSent.name).waitFor();
  await picture('settings-sent', 1_000);
  await close();

  const name = 'Inbox/Tenancy agreement of Ann Lee and Northfield Tools.pdf';
  await put(host, name, agreement);
  await waitForFile(host, name);
  await clearNotices(host);
  await host.openFile(name);
  await host.runCommand('preview-sent');
  await page.locator('.pdf-inbox-sent mark').first().waitFor();
  await picture('preview-sent');
  await close();

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
