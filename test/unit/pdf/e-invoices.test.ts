import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EmbeddedInvoices } from '../../../src/pdf/attachments/invoice';
import { einvoice, fapiao } from '../../fixtures/documents/e-invoice-data';
import { fixture } from '../../fixtures/catalogue';
import { sharedBrowser } from '../../host/shared-browser';
import { openStage } from './in-browser';

const browser = sharedBrowser();
let page: Page;

beforeAll(async () => {
  page = await openStage(browser());
});

async function embeddedIn(suffix: string): Promise<EmbeddedInvoices | undefined> {
  const base64 = Buffer.from(await fixture(`e-invoice-${suffix}`).make()).toString('base64');
  const outcome = await page.evaluate(async (given) => {
    const stage = new window.pdfStage.Stage();
    const read = await stage.extract({ base64: given });
    stage.dispose();
    return read;
  }, base64);
  if (!('text' in outcome)) throw new Error(outcome.failure);
  return outcome.text.embedded;
}

const { number, date, due, seller, sellerTaxId, buyer, buyerTaxId, iban, net, tax, total } = einvoice;
const head = { number, date, currency: 'EUR', net, tax, total, payable: total };
const parties = { seller: { name: seller, taxId: sellerTaxId }, buyer: { name: buyer, taxId: buyerTaxId } };

describe('European invoices', () => {
  it('the plugin reads the data of an invoice in the smallest profile', async () => {
    const [invoice] = (await embeddedIn('minimum'))?.invoices ?? [];
    expect(invoice).toMatchObject({ ...head, ...parties, lines: [], missing: [] });
    expect(invoice).not.toHaveProperty('due');
  });

  it.each(['basic-wl', 'basic', 'en16931', 'extended', 'xrechnung', 'ubl', 'associated', 'utf16'])(
    'the plugin reads the data of the fixture e-invoice-%s',
    async (suffix) => {
      const { invoices, unreadable } = (await embeddedIn(suffix)) ?? { invoices: [], unreadable: 0 };
      expect(invoices).toHaveLength(1);
      expect(unreadable).toBe(0);
      expect(invoices[0]).toMatchObject({ ...head, ...parties, due, iban, missing: [] });
      const lines = suffix === 'basic-wl' ? [] : einvoice.lines.map((line) => ({ ...line, unit: 'H87' }));
      expect(invoices[0]?.lines).toEqual(lines);
    },
  );

  it('the invoice in the current standard comes first if a PDF contains two invoices', async () => {
    const { invoices } = (await embeddedIn('two')) ?? { invoices: [] };
    expect(invoices.map((invoice) => invoice.number)).toEqual([number, 'ER-2030-0001']);
  });

  it.each(['bomb', 'endless'])(
    'the hostile fixture e-invoice-%s is counted as one unreadable invoice',
    async (suffix) => {
      expect(await embeddedIn(suffix)).toEqual({ invoices: [], unreadable: 1 });
    },
  );
});

describe('Chinese invoices', () => {
  const sums = { net: fapiao.net, tax: fapiao.tax, total: fapiao.total, currency: 'CNY', date: fapiao.date };
  const both = {
    seller: { name: fapiao.seller, taxId: fapiao.sellerTaxId },
    buyer: { name: fapiao.buyer, taxId: fapiao.buyerTaxId },
  };

  it.each([
    ['fapiao', fapiao.number],
    ['fapiao-former', fapiao.formerNumber],
  ])('the plugin reads the invoice file inside the fixture e-invoice-%s', async (suffix, wanted) => {
    const [invoice] = (await embeddedIn(suffix))?.invoices ?? [];
    expect(invoice).toMatchObject({ number: wanted, ...sums, ...both });
    expect(invoice?.lines).toEqual([
      { name: '*通用设备*水泵', quantity: '4', unit: '台', price: '2212.39', amount: fapiao.net },
    ]);
  });

  it('the plugin reads the data of a Chinese invoice from the document information', async () => {
    const [invoice] = (await embeddedIn('fapiao-information'))?.invoices ?? [];
    const ids = { seller: { taxId: fapiao.sellerTaxId }, buyer: { taxId: fapiao.buyerTaxId } };
    expect(invoice).toMatchObject({ number: fapiao.number, ...sums, ...ids });
  });

  it('the plugin finds no invoice in a contract', async () => {
    const base64 = Buffer.from(await fixture('contract-en').make()).toString('base64');
    const seen = await page.evaluate(async (given) => {
      const stage = new window.pdfStage.Stage();
      const read = await stage.extract({ base64: given });
      stage.dispose();
      return 'text' in read && 'embedded' in read.text;
    }, base64);
    expect(seen).toBe(false);
  });
});
