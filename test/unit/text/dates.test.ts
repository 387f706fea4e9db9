import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOrderOf, findDates } from '../../../src/text/dates';

describe('findDates', () => {
  it.each([
    ['签订于2026年1月17日，期满2027年1月16日', ['2026-01-17', '2027-01-16']],
    ['from 1 April 2026 to March 31, 2027', ['2026-04-01', '2027-03-31']],
    ['2026年3月', ['2026-03']],
    ['3月15日', ['--03-15']],
    ['5/6/2026', ['']],
    ['05.03.2018', ['2018-03-05']],
    ['15/3/26', ['']],
    ['11. März 2014', ['2014-03-11']],
    ['le 1er août 2019', ['2019-08-01']],
    ['5 de marzo de 2018', ['2018-03-05']],
    ['16 novembre 2017, 3 maggio 2020, 7 mei 2021', ['2017-11-16', '2020-05-03', '2021-05-07']],
    ['2026年2月30日', []],
    ['IP 192.168.1.12', []],
    ['version 2026.3.15', []],
    ['v2026.3.15 and V 2026.3.16', []],
    ['Release: 2026.3.15-2', []],
    ['软件版本2026.3.15', []],
    ['版本号：2026.3.15', []],
    ['2026.3.15版', []],
    ['host 10.2026.3.15 or 2026.3.15.1', []],
    ['see Section 2026.3.15 and § 3.1.2026', []],
    ['第3.11.2026条', []],
    ['No. HT-2026-03-15', []],
    ['invoice 2026-03-15-0042', []],
    ['于2026.3.15前付款', ['2026-03-15']],
    ['due on 2026.3.15.', ['2026-03-15']],
    ['Release date: 2026.3.15', ['2026-03-15']],
    ['合同期限2026.3.15-2027.3.14', ['2026-03-15', '2027-03-14']],
    ['日期：2026.3.15（星期日）', ['2026-03-15']],
    ['合同编号SGRJ-2026-0117', []],
    ['12026年3月15日', ['--03-15']],
  ])('findDates returns exactly the dates in %j', (text, values) => {
    expect(findDates(text).map((date) => date.value)).toEqual(values);
  });

  it('findDates reads 05/11/2017 as 5 November if the language writes the day first', () => {
    expect(dateOrderOf('fr')).toBe('day-first');
    expect(dateOrderOf('en')).toBe('unknown');
    expect(dateOrderOf('en', 'GBP')).toBe('day-first');
    expect(findDates('05/11/2017, 28-12-17, 28 MAR 18', 'day-first').map((date) => date.value)).toEqual([
      '2017-11-05',
      '2017-12-28',
      '2018-03-28',
    ]);
  });

  it('findDates returns the same value for all forms of a day', () => {
    const months = [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ];
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (year, month, day) => {
          const [y, m, d] = [String(year), String(month), String(day)];
          const iso = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
          const name = months[month - 1] ?? '';
          for (const text of [
            iso,
            `${y}年${m}月${d}日`,
            `${y}/${m}/${d}`,
            `${y}.${m}.${d}`,
            `${d} ${name} ${y}`,
            `${name} ${d}, ${y}`,
          ]) {
            expect(findDates(`x ${text} y`).map((date) => date.value)).toEqual([iso]);
          }
        },
      ),
    );
  });
});
