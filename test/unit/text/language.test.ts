import { describe, expect, it } from 'vitest';
import { documentLanguage } from '../../../src/text/language';

describe('documentLanguage', () => {
  it.each([
    ['zh', '甲方应当于本合同签订之日起10日内向乙方支付首付款（ERP V8.6, USD 1,000）。'],
    ['en', 'The Client shall pay the Provider a total of USD 248,500.00 for the Services.'],
    ['ja', 'この契約は、甲と乙の間で締結される。支払いは翌月末日までに行う。'],
    ['ko', '이 계약은 갑과 을 사이에 체결된다.'],
    ['de', 'Der Vertrag ist von der Partei zu kündigen und die Rechnung ist zu zahlen.'],
    ['fr', 'Le contrat est signé par les parties et la facture est payée dans les délais.'],
    ['ru', 'Договор вступает в силу с момента подписания.'],
    ['und', '123 456 — 789'],
    ['und', ''],
  ])('documentLanguage returns the language code %s', (language, text) => {
    expect(documentLanguage(text)).toBe(language);
  });
});
