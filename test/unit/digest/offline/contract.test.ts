import { describe, expect, it } from 'vitest';
import { digestOffline } from '../../../../src/digest/offline/digest-offline';
import { documentOf } from '../document';

function factsOf(...lines: readonly string[]): Record<string, string> {
  const { digest } = digestOffline({ sentences: documentOf(lines), pageCount: 1, notRead: [] });
  return Object.fromEntries(digest.facts.map(({ name, value }) => [name, value]));
}

describe('the facts of a contract', () => {
  it('the offline engine finds the facts of an English lease in its sentences', () => {
    const facts = factsOf(
      'Lease Agreement',
      'This Lease Agreement is made on 4 May 2031 between Ruth B. Calder ("Landlord") and Noah Pike ("Tenant").',
      'The lease begins on 1 June 2031 and ends on 31 May 2032.',
      'The Tenant will pay rent of £900.00 per month and a late fee of £20.',
      'The Tenant will pay a security deposit of £1,200.00.',
      "Either party may end this Lease by giving 30 days' written notice.",
    );
    expect(facts).toEqual({
      Landlord: 'Ruth B. Calder',
      Tenant: 'Noah Pike',
      'Date signed': '4 May 2031',
      'Start date': '1 June 2031',
      'End date': '31 May 2032',
      Rent: '£900.00 per month',
      'Security deposit': '£1,200.00',
      'Notice period': '30 days',
    });
  });

  it('the facts of a contract contain the total once, under its most exact name', () => {
    const english = factsOf(
      'Cleaning Services Agreement',
      'This Agreement is entered into as of 4 May 2031 (the "Effective Date") by and between:',
      'Calder Foods Ltd., a company of Port Ellow (the "Client"), and Pike Cleaning LLC (the "Provider").',
      'The total contract price is USD 12,400.00.',
      'Total: 12,400.00',
      'Signed for the Client\tSigned for the Provider',
      'Date: 4 May 2031\tDate: 4 May 2031',
    );
    expect(english).toMatchObject({
      'Effective date': '4 May 2031',
      'total contract price': 'USD 12,400.00',
    });
    // The day of the signature becomes the property `pdf_date`. So it is kept, although the same day is shown
    // as the effective date.
    expect(english).toMatchObject({ Date: '4 May 2031' });
    expect(Object.keys(english)).not.toContain('Total');

    const chinese = factsOf(
      '保洁服务合同',
      '甲方：临澜市向日葵食品有限公司',
      '乙方：临澜市晨光保洁有限公司',
      '本合同总金额为人民币12,400.00元。',
      '合计：12,400.00',
    );
    expect(chinese).toMatchObject({ 合同总金额: '人民币12,400.00元' });
    expect(Object.keys(chinese)).not.toContain('合计');
  });

  it('the facts of a contract keep a total that differs from the other amounts', () => {
    const facts = factsOf(
      '保洁服务合同',
      '甲方：临澜市向日葵食品有限公司',
      '乙方：临澜市晨光保洁有限公司',
      '本合同总金额为人民币12,400.00元。',
      '合计：11,320.00',
    );
    expect(facts).toMatchObject({ 合计: '11,320.00' });
  });

  it('the facts of a contract include parties that are defined over several lines', () => {
    const facts = factsOf(
      'Dienstvertrag',
      'zwischen',
      'Frau Ilse Kern, Am Ring 4, 50001 Musterstadt',
      '– nachfolgend „Auftraggeberin“ genannt –',
      'und der Nordlicht Technik GmbH, Hafenweg 2, 20001 Musterhafen (im Folgenden: Auftragnehmerin)',
      'Der Vertrag beginnt am 1. Juli 2031 und endet am 30. Juni 2033.',
    );
    expect(facts).toMatchObject({
      Auftraggeberin: 'Ilse Kern',
      Auftragnehmerin: 'Nordlicht Technik GmbH',
      Beginn: '1. Juli 2031',
      Ende: '30. Juni 2033',
    });
  });

  it('the facts of a contract contain the whole name 周与安, although 与 means "and"', () => {
    const facts = factsOf(
      '劳动合同',
      '甲方（用人单位）：临澜市向日葵软件有限公司',
      '乙方（劳动者）：周与安',
      '合同期限自2031年3月16日起至2034年3月15日止，其中试用期至2031年6月15日止。',
      '乙方月工资为税前人民币18000元。',
      '乙方提前三十日以书面形式通知甲方，可以解除劳动合同。',
      '甲方（盖章）：\t乙方（签字）：',
      '2031年3月10日\t2031年3月10日',
    );
    expect(facts).toEqual({
      甲方: '临澜市向日葵软件有限公司',
      乙方: '周与安',
      合同期限: '2031年3月16日起至2034年3月15日止',
      月工资: '税前人民币18000元',
      通知期: '三十日',
      签订日期: '2031年3月10日',
    });
  });

  it('a party is shown under its label ("Client") instead of its short name ("Alder")', () => {
    const facts = factsOf(
      'Service Agreement',
      'Client: Alder Works Ltd',
      'Provider: Birch Labs Inc.',
      'This Agreement is made between Alder Works Ltd (the "Alder") and Birch Labs Inc. (the "Birch").',
    );
    expect(facts).toMatchObject({ Client: 'Alder Works Ltd', Provider: 'Birch Labs Inc.' });
    expect(facts).not.toHaveProperty('Party');
  });

  it('a party is shown as "Party" if its label is only its short name ("Alder")', () => {
    const facts = factsOf(
      'Service Agreement',
      'Alder: Alder Works Ltd',
      'This Agreement is made between Alder Works Ltd (the "Alder") and Birch Labs Inc. (the "Provider").',
    );
    expect(facts).toEqual({ Party: 'Alder Works Ltd', Provider: 'Birch Labs Inc.' });
  });

  it('the facts of a contract leave out trial periods, insurance, older agreements and notice on a breach', () => {
    const facts = factsOf(
      'Service Agreement',
      'This Agreement is made between Alder Works Ltd (the "Client") and Birch Labs Inc. (the "Provider").',
      'It supersedes the agreement that ended on 31 December 2030.',
      'The trial period of this Agreement begins on 1 May 2031.',
      'The Provider shall maintain cover of not less than $1,000,000.',
      'Either party may terminate this Agreement on a breach by giving 10 days notice.',
    );
    expect(facts).toEqual({ Client: 'Alder Works Ltd', Provider: 'Birch Labs Inc.' });
  });
});

describe('the facts of a quotation and the title of a letter', () => {
  it('an unknown label of a quotation becomes a fact if its value has a known type', () => {
    const facts = factsOf(
      'Quotation',
      'Fernhill Solar Ltd',
      'Quote No:\tQ-20418',
      'Date:\t22 April 2031',
      'Monthly charge\t£150.00 plus VAT',
      'Customer\tAcme GmbH\tBerlin',
    );
    expect(facts).toEqual({
      'Quote No': 'Q-20418',
      Date: '22 April 2031',
      'Monthly charge': '£150.00 plus VAT',
      Customer: 'Acme GmbH',
      From: 'Fernhill Solar Ltd',
    });
  });

  it('the subject line of a letter becomes the title of its digest', () => {
    const { digest } = digestOffline({
      sentences: documentOf([
        'Elloway Water Services',
        '4 Canal Road',
        '17 February 2031',
        'Dear Ms Pike',
        'Your payment plan ends on 31 March 2031',
        'Your current payment plan ends on 31 March 2031 and the Customer pays water after that.',
        'Yours sincerely',
      ]),
      pageCount: 1,
      notRead: [],
    });
    expect(digest.title).toBe('Your payment plan ends on 31 March 2031');
    expect(digest.tags.filter((tag) => /customer|pays|road/iu.test(tag))).toEqual([]);
  });
});
