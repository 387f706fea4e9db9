import type { DeviceKey, DeviceStore } from '../device-store';
import type { AddressRisk } from '../llm/address-risk';
import {
  addressRiskOf,
  aspectOf,
  aspects,
  decides,
  decidingKeys,
  isClosed,
  isCovered,
  meaningOf,
  type Aspect,
} from './deciding';
import { checkSetting } from './schema';
import { inboxFolders } from './settings-for';
import { defaultSettings, type SettingKey, type Settings } from './settings';
import type { SettingsStore } from './store';

const storeKey: DeviceKey = 'pdf-inbox-approved';

/** Keys under which the first version of the plugin stored values on a device. */
const signsOfUse = [
  'pdf-inbox-hashes',
  'pdf-inbox-tokens',
  'pdf-inbox-endpoints',
  'pdf-inbox-routes',
  'pdf-inbox-written',
  'pdf-inbox-first-run',
  'pdf-inbox-auto',
] as const satisfies readonly DeviceKey[];

/**
 * A change that the user has not approved on this device. `from` and `to` are the meanings of the approved
 * and of the new settings (see `meaningOf`). `from` is null if nothing of this aspect is sent with the
 * approved settings.
 */
export interface UnapprovedChange {
  readonly aspect: Aspect;
  readonly from: string | null;
  readonly to: string;
  /** Why the user should look at the new address. */
  readonly risk?: AddressRisk;
}

/**
 * Stores the approved values of those settings that decide what leaves the device. The settings are synced,
 * so everybody who can write to the vault can change them. The approvals are not synced.
 *
 * - A change that is made on this device is approved at once, unless it concerns an address that has a risk.
 * - Any other change waits until the user approves it or undoes it.
 * - The first version of the plugin had no approvals. If the vault or the device has data of that version,
 *   the present values are approved one time, without a question to the user. An address that has a risk is
 *   not approved.
 */
export class Approvals {
  /** The approved values. If a key is missing, its default is approved. */
  #approved: Partial<Settings>;
  /**
   * The changes that the user made on this device since the start of the app. Each of them is approved or
   * concerns an address that has a risk.
   */
  #own: Partial<Settings> = {};
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly store: SettingsStore,
    private readonly device: DeviceStore,
  ) {
    const stored = device.load(storeKey);
    this.#approved = approvedIn(stored);
    if (!isRecord(stored) && !store.isUnreadable) {
      const isOld =
        !store.isNew &&
        (store.isOfFirstVersion || signsOfUse.some((key) => (device.load(key) ?? null) !== null));
      if (isOld) this.#approve(decidingKeys);
      this.#save();
    }
    this.#approveClosed();
    store.subscribe((before, isOwn) => {
      if (isOwn) this.#recordOwnChanges(before);
      else this.#dropReplacedChanges();
      this.#approveClosed();
      if (!isOwn) this.#notify();
    });
  }

  /** The changes that wait for the user. While there are any, nothing may be processed or sent. */
  get pending(): readonly UnapprovedChange[] {
    return this.#waiting(this.#approved, this.store.current);
  }

  /** True when the approved values of all pending changes are stored, so that `undo` can restore them. */
  get canUndo(): boolean {
    return this.#pendingKeys().every((key) => this.#approved[key] !== undefined);
  }

  /** The approved folders. Only these are watched on this device. */
  get approvedFolders(): readonly string[] {
    return inboxFolders(withDefaults(this.#approved));
  }

  /** True when the inbox folder in the settings is approved. */
  get approvesFolder(): boolean {
    return this.pending.every(({ aspect }) => aspect !== 'inboxFolder');
  }

  /** The name of the secret that this device may read, even if the settings have another name. */
  get secretName(): string {
    return withDefaults(this.#approved).apiKeySecret;
  }

  /**
   * The changes that would be pending if the user stored these settings. While there are any, nothing may be
   * sent with these settings.
   */
  pendingWith(settings: Settings): readonly UnapprovedChange[] {
    return this.#waiting(this.#with(this.store.current, settings).approved, settings);
  }

  /**
   * Approves the changes that the user was shown. If other changes have arrived since then, approves nothing.
   * @param shown the value of `pending` that was shown
   */
  approve(shown: readonly UnapprovedChange[]): void {
    if (JSON.stringify(shown) !== JSON.stringify(this.pending)) return;
    this.#approved = { ...this.#approved, ...pick(this.store.current, decidingKeys) };
    this.#own = {};
    this.#save();
    this.#notify();
  }

  /**
   * Undoes all pending changes, also in the settings file.
   * @throws the error of the write if the settings cannot be written
   */
  async undo(): Promise<void> {
    await this.store.change(pick(withDefaults(this.#approved), this.#pendingKeys()));
    this.#notify();
  }

  /** Forgets all approvals. Values that differ from the defaults have to be approved again. */
  forget(): void {
    this.#approved = {};
    this.#own = {};
    this.#save();
    this.#notify();
  }

  /** Calls the listener after a change in the settings file, and after `approve`, `undo` and `forget`. */
  subscribe(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /**
   * Returns the pending changes. The defaults that replace an unreadable file need no approval: with them,
   * nothing leaves the device.
   */
  #waiting(approved: Partial<Settings>, settings: Settings): readonly UnapprovedChange[] {
    const isDefault = this.store.hasOnlyDefaults && settings === this.store.current;
    return isDefault ? [] : pendingIn(approved, settings);
  }

  #pendingKeys(): readonly SettingKey[] {
    const waiting = new Set(this.pending.map(({ aspect }) => aspect));
    return decidingKeys.filter((key) => decides(key, waiting));
  }

  /**
   * Forgets the user's change of a setting if the settings file has another value now. The change stays
   * forgotten even if the file contains the user's value again later.
   */
  #dropReplacedChanges(): void {
    const left = decidingKeys.filter(
      (key) => key in this.#own && same(this.#own[key], this.store.current[key]),
    );
    this.#own = pick(this.store.current, left);
  }

  #recordOwnChanges(before: Settings): void {
    const { approved, own } = this.#with(before, this.store.current);
    this.#own = own;
    this.#approved = approved;
    this.#save();
  }

  /**
   * Returns the approvals after the user has changed settings. A change is not approved if the old value came
   * from another device and was never approved: the new value may contain a part of the old value that the
   * user has not seen.
   */
  #with(before: Settings, after: Settings): { approved: Partial<Settings>; own: Partial<Settings> } {
    const approved = withDefaults(this.#approved);
    const isClean = (key: SettingKey): boolean =>
      same(approved[key], before[key]) || same(this.#own[key], before[key]);
    const touched = decidingKeys.filter((key) => !same(before[key], after[key]) && isClean(key));
    const own = { ...this.#own, ...pick(after, touched) };
    const isSafe = addressRiskOf(after) === null;
    const taken = decidingKeys.filter(
      (key) => key in own && same(own[key], after[key]) && (isSafe || aspectOf(key) !== 'endpoint'),
    );
    return { approved: { ...this.#approved, ...pick(after, taken) }, own };
  }

  /** Approves each setting that has its `closed` value. With this value, no additional data is sent. */
  #approveClosed(): void {
    if (this.store.isUnreadable) return;
    const { current } = this.store;
    const closed = decidingKeys.filter((key) => isClosed(key, current));
    if (closed.every((key) => same(this.#approved[key], current[key]))) return;
    this.#approved = { ...this.#approved, ...pick(current, closed) };
    this.#save();
  }

  /** Approves the current values, except an address with a risk. */
  #approve(keys: readonly SettingKey[]): void {
    const { current } = this.store;
    const isSafe = addressRiskOf(current) === null;
    const taken = keys.filter((key) => isSafe || aspectOf(key) !== 'endpoint');
    this.#approved = { ...this.#approved, ...pick(current, taken) };
  }

  #save(): void {
    this.device.save(storeKey, this.#approved);
  }

  #notify(): void {
    for (const listener of this.#listeners) listener();
  }
}

function pendingIn(approved: Partial<Settings>, settings: Settings): readonly UnapprovedChange[] {
  const before = withDefaults(approved);
  return aspects.flatMap((aspect) => {
    const [from, to] = [meaningOf(aspect, before), meaningOf(aspect, settings)];
    if (to === null || isCovered(aspect, before, settings)) return [];
    const risk = aspect === 'endpoint' ? addressRiskOf(settings) : null;
    return [{ aspect, from, to, ...(risk === null ? {} : { risk }) }];
  });
}

function approvedIn(stored: unknown): Partial<Settings> {
  if (!isRecord(stored)) return {};
  const valid = decidingKeys.filter((key) => checkSetting(key, stored[key]) !== undefined);
  return { ...Object.fromEntries(valid.map((key) => [key, checkSetting(key, stored[key])])) };
}

function withDefaults(approved: Partial<Settings>): Settings {
  return { ...defaultSettings('en'), ...approved };
}

function pick(settings: Settings, keys: readonly SettingKey[]): Partial<Settings> {
  return { ...Object.fromEntries(keys.map((key) => [key, settings[key]])) };
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
