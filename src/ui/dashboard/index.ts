import { parseYaml, stringifyYaml, type App, type TFile } from 'obsidian';
import type { DeviceStore } from '../../device-store';
import { Failure } from '../../failure';
import { allMessages, type Messages } from '../../i18n/messages';
import { dashboardIn, hashesOf, renewed, writtenIn, type DashboardFile } from './renewal';
import { dashboardFor, fileOf, type VaultDigests } from './views';

/** The dashboard is in the root of the vault, where users easily find it. */
const dashboardPath = 'PDF Inbox.base';

const storeKey = 'pdf-inbox-dashboard';

/** Maximum number of currencies that have a column. The most frequent ones are chosen. */
const mostCurrencies = 6;

/** The outcome for the dashboard. `same`: it needed no change. */
export type DashboardOutcome = 'created' | 'renewed' | 'same';

/**
 * Creates the dashboard, a file of the app's core plugin Bases. If the dashboard already exists, renews the
 * views that the user has not changed.
 * @param ownFields the names of the user's own fields
 * @throws Failure `vault-read`, `vault-write` or `dashboard-unreadable`. If it throws, nothing was written.
 */
export async function makeDashboard(
  app: App,
  messages: Messages,
  store: DeviceStore,
  ownFields: readonly string[],
): Promise<{ readonly file: TFile; readonly outcome: DashboardOutcome }> {
  const { vault } = app;
  const digests = digestsOf(app);
  const fresh = dashboardFor(messages, digests, ownFields);
  const existing = vault.getFileByPath(dashboardPath);
  if (existing === null) {
    const file = await orFailure('vault-write', vault.create(dashboardPath, stringifyYaml(fileOf(fresh))));
    store.save(storeKey, hashesOf(fresh));
    return { file, outcome: 'created' };
  }
  const others = allMessages().map((words) => dashboardFor(words, digests, ownFields));
  const renew = (text: string): ReturnType<typeof renewed> & { readonly before: DashboardFile } => {
    const before = parsed(text);
    return { before, ...renewed(before, fresh, others, writtenIn(store.load(storeKey))) };
  };
  let result = renew(await orFailure('vault-read', vault.read(existing)));
  const isSame = result.file === result.before;
  if (!isSame)
    await orFailure(
      'vault-write',
      vault.process(existing, (text) => {
        result = renew(text);
        return result.file === result.before ? text : stringifyYaml(result.file);
      }),
    );
  store.save(storeKey, result.written);
  return { file: existing, outcome: isSame ? 'same' : 'renewed' };
}

/** @throws the Failure that `work` throws; for any other error, a Failure of the given kind */
async function orFailure<Result>(kind: 'vault-read' | 'vault-write', work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (cause) {
    throw cause instanceof Failure ? cause : new Failure(kind, { cause, details: { path: dashboardPath } });
  }
}

/** @throws Failure `dashboard-unreadable` */
function parsed(text: string): DashboardFile {
  const details = { path: dashboardPath };
  let value: unknown;
  try {
    value = parseYaml(text);
  } catch (cause) {
    throw new Failure('dashboard-unreadable', { cause, details });
  }
  const file = dashboardIn(value);
  if (file === null) throw new Failure('dashboard-unreadable', { details });
  return file;
}

function digestsOf({ vault, metadataCache }: App): VaultDigests {
  const [kinds, properties] = [new Set<string>(), new Set<string>()];
  const currencies = new Map<string, number>();
  for (const note of vault.getMarkdownFiles()) {
    const frontmatter: Readonly<Record<string, unknown>> =
      metadataCache.getFileCache(note)?.frontmatter ?? {};
    if (!('pdf_sha256' in frontmatter)) continue;
    const { pdf_kind: kind, pdf_currency: currency } = frontmatter;
    if (typeof kind === 'string') kinds.add(kind);
    for (const [name, value] of Object.entries(frontmatter)) if (value) properties.add(name);
    if (kind === 'invoice' && typeof currency === 'string' && /^[A-Z]{3}$/.test(currency))
      currencies.set(currency, (currencies.get(currency) ?? 0) + 1);
  }
  const frequent = [...currencies].sort(([, one], [, other]) => other - one).slice(0, mostCurrencies);
  return { kinds, properties, currencies: frequent.map(([currency]) => currency).sort() };
}
