import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { fieldNames } from '../../../../src/digest/fields';
import { messagesFor } from '../../../../src/i18n/messages';
import {
  dashboardIn,
  hashesOf,
  renewed,
  writtenIn,
  type DashboardFile,
} from '../../../../src/ui/dashboard/renewal';
import { dashboardFor, fileOf, viewIds, type VaultDigests } from '../../../../src/ui/dashboard/views';
import { runs } from '../../../runs';

const [en, zh] = [messagesFor('en'), messagesFor('zh')];
const empty: VaultDigests = { kinds: new Set(), properties: new Set(), currencies: [] };
const full: VaultDigests = {
  kinds: new Set(['contract', 'invoice', 'letter']),
  properties: new Set(['pdf_end']),
  currencies: ['EUR', 'USD'],
};
const asFile = (vault: VaultDigests, words = en): DashboardFile => {
  const file = dashboardIn(parse(stringify(fileOf(dashboardFor(words, vault)))));
  if (file === null) throw new Error('The new dashboard could not be read.');
  return file;
};
const namesIn = ({ views = [] }: DashboardFile): readonly unknown[] =>
  views.map((view) => (view as { readonly name: string }).name);
const written = hashesOf(dashboardFor(en, empty));
const renew = (file: DashboardFile, hashes = written, words = en): ReturnType<typeof renewed> =>
  renewed(file, dashboardFor(words, full), [dashboardFor(en, full), dashboardFor(zh, full)], hashes);

describe('a new dashboard', () => {
  it('a new dashboard has views for the kinds of documents in the vault', () => {
    expect(namesIn(asFile(full))).toEqual(['Deadlines', 'Contracts', 'Invoices', 'To check', 'All']);
    expect(namesIn(asFile(full, zh))).toEqual(['到期日', '合同', '发票', '待核对', '全部']);
    expect(namesIn(asFile(empty))).toEqual(['To check', 'All']);
  });

  it('a new dashboard has a name for each column, and uses only existing properties and formulas', () => {
    for (const words of [en, zh]) {
      const { views, properties, formulas } = dashboardFor(words, full);
      const columns = [...views.values()].flatMap(({ order = [] }) => order);
      expect(Object.keys(properties).sort()).toEqual([...new Set(columns)].sort());
      for (const column of columns) expect(properties[column]?.displayName).not.toBe(column);
      for (const column of columns.filter((each) => each.startsWith('formula.')))
        expect(formulas).toHaveProperty(column.slice('formula.'.length));
      const known = [
        ...fieldNames,
        'pdf_kind',
        'pdf_state',
        'pdf_checked',
        'pdf_to_verify',
        'pdf_pages',
        'pdf_model',
        'pdf_tokens',
      ];
      const used = [JSON.stringify(formulas), ...columns].join(' ').match(/\bpdf_\w+/g) ?? [];
      expect(used.filter((name) => !known.includes(name))).toEqual([]);
    }
  });

  it('a new dashboard lists the soonest deadline first and past deadlines last', () => {
    const { views, formulas } = dashboardFor(en, full);
    expect(views.get('deadlines')?.sort.map(({ property }) => property)).toEqual([
      'formula.is_over',
      'formula.deadline',
    ]);
    expect(formulas['deadline']).toBe(
      'if(pdf_due && pdf_due >= today(), pdf_due, if(pdf_notice_by && pdf_notice_by >= today(), pdf_notice_by, ' +
        'if(pdf_end && pdf_end >= today(), pdf_end, if(pdf_end, pdf_end, if(pdf_notice_by, pdf_notice_by, ' +
        'if(pdf_due, pdf_due))))))',
    );
  });

  it('the view of all documents has a column for each own field', () => {
    const fields = ['Cost centre', 'Projekt.Nr'];
    const own = dashboardFor(en, full, fields);
    const columns = ['note.Cost centre', 'note.Projekt.Nr'];
    expect(own.views.get('all')?.order).toEqual(expect.arrayContaining(columns));
    expect(columns.map((column) => own.properties[column]?.displayName)).toEqual(fields);
  });

  it('the views of a new dashboard have the order of `viewIds`', () => {
    expect([...dashboardFor(en, full).views.keys()]).toEqual([...viewIds]);
  });

  it('the view "To check" contains notes with statements to be verified', () => {
    expect(JSON.stringify(dashboardFor(en, full).views.get('toCheck')?.filters)).toContain(
      'pdf_to_verify > 0',
    );
  });

  it('a new dashboard adds up the totals of each currency separately', () => {
    const { views, formulas } = dashboardFor(en, full);
    expect(views.get('invoices')?.summaries).toEqual({
      'formula.total_eur': 'Sum',
      'formula.total_usd': 'Sum',
    });
    expect(formulas['total_eur']).toBe('if(pdf_currency == "EUR", pdf_amount)');
  });
});

describe('the renewal of a dashboard', () => {
  it('if the user has not changed a view, the renewal adds columns for new own fields', () => {
    const before = dashboardFor(en, full);
    const own = dashboardFor(en, full, ['Cost centre', 'Projekt.Nr']);
    const { file } = renewed(asFile(full), own, [before], hashesOf(before));
    expect(file.views?.at(-1)).toEqual(own.views.get('all'));
    expect(file.properties).toMatchObject({ 'note.Cost centre': { displayName: 'Cost centre' } });
  });

  it('the renewal adds views for new kinds of documents', () => {
    const { file, written: hashes } = renew(asFile(empty));
    expect(file.views).toEqual(asFile(full).views);
    expect(file.formulas).toEqual(asFile(full).formulas);
    expect(renew(file, hashes)).toEqual({ file, written: hashes });
    const chinese = renew(asFile(empty), written, zh).file;
    expect(namesIn(chinese)).toEqual(namesIn(asFile(full, zh)));
  });

  it('the renewal keeps views that the user added, changed or renamed', () => {
    const [toCheck, all] = asFile(full).views?.slice(-2) as [object, object];
    const mine = { type: 'cards', name: 'Mine', image: 'note.cover' };
    const others = { ...all, columnSize: { 'note.status': 120 } };
    const renamed = { ...toCheck, name: 'To do' };
    const views = [mine, others, renamed];
    const hashes = hashesOf(dashboardFor(en, full));
    const file = { ...asFile(full), views, formulas: { mine: '1 + 1' }, extra: true };
    expect(renew(file, hashes).file).toBe(file);
    const { contracts: _contracts, ...known } = hashes;
    const after = renew(file, known).file;
    expect(after.views).toEqual([mine, asFile(full).views?.[1], others, renamed]);
    expect(after).toMatchObject({ extra: true, formulas: { mine: '1 + 1' } });
  });

  it('without stored hashes, the renewal replaces unchanged views and keeps changed ones', () => {
    const changed = asFile(full, zh).views?.map((view, at) =>
      at === 0 ? { ...(view as object), limit: 5 } : view,
    );
    const { file } = renew({ ...asFile(full, zh), views: changed ?? [] }, {});
    expect(namesIn(file)).toEqual(['到期日', 'Contracts', 'Invoices', 'To check', 'All']);
    expect(file.views?.[0]).toEqual(changed?.[0]);
  });

  it('the renewal changes only views of the plugin, and a second renewal changes nothing', () => {
    const view = fc.oneof(
      fc.constantFrom(...(asFile(full).views ?? []), ...(asFile(empty, zh).views ?? [])),
      fc.record({ name: fc.constantFrom('All', 'Mine', '发票'), limit: fc.nat() }),
      fc.jsonValue(),
    );
    const own = new Set(
      [full, empty]
        .flatMap((vault) => [en, zh].flatMap((words) => asFile(vault, words).views ?? []))
        .map((one) => JSON.stringify(one)),
    );
    const isOwn = (one: unknown): boolean => own.has(JSON.stringify(one));
    const hashes = fc.constantFrom({}, written, hashesOf(dashboardFor(zh, full)));
    fc.assert(
      fc.property(
        fc.uniqueArray(view, { maxLength: 7, selector: (one) => JSON.stringify(one) }),
        hashes,
        (views, known) => {
          const before = { ...asFile(empty), views };
          const { file, written: after } = renew(before, known);
          const kept = (all: readonly unknown[] = []): readonly unknown[] => all.filter((one) => !isOwn(one));
          expect(kept(file.views)).toEqual(kept(views));
          expect(renew(file, after).file).toBe(file);
        },
      ),
      { numRuns: runs(60, 3_000) },
    );
  });
});

it.each([null, 'text', [], { views: 'none' }, { views: [], formulas: [] }, { properties: 7 }])(
  'dashboardIn does not accept %o as a dashboard',
  (parsed) => {
    expect(dashboardIn(parsed)).toBeNull();
  },
);

it('invalid stored hashes are ignored', () => {
  expect([null, [], 'x', { all: 'AAAAA', contracts: 7 }].map(writtenIn)).toEqual([
    {},
    {},
    {},
    { all: 'AAAAA' },
  ]);
});
