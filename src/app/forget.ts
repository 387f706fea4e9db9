import type { App } from 'obsidian';
import { deviceKeys, type DeviceKey, type DeviceStore } from '../device-store';
import { Secrets } from './secrets';
import { dropAnswers } from '../workers/endpoint/answer-store';

/**
 * The number of entries that were removed from the device, for each kind of data. `files` is the number of
 * stored hashes. `answers` is null when the database of the answers could not be opened.
 */
export interface Forgotten {
  readonly answers: number | null;
  readonly files: number;
  readonly passwords: number;
}

/** A running part of the plugin that has a copy of stored data in memory. */
export interface Forgetting {
  forget(): void;
}

/** Beginning of the name of a PDF's password in the secret storage. */
export const passwordPrefix = 'pdf-inbox-password-';

/**
 * Removes the data that the plugin has collected on this device, in storage and in memory: answers, hashes,
 * passwords, data about endpoints, and approvals. Stored values of the kind `choice` (see `deviceKeys`) are
 * not removed.
 * @throws Failure `secrets-unavailable`, after everything else was removed
 * @param copies the parts of the plugin that must also drop their data in memory, because they would store it
 * again
 */
export async function forgetDevice(
  app: App,
  device: DeviceStore,
  copies: readonly Forgetting[],
): Promise<Forgotten> {
  const hashes = device.load('pdf-inbox-hashes');
  for (const key of Object.keys(deviceKeys) as DeviceKey[])
    if (deviceKeys[key] === 'kept') device.save(key, null);
  // `Approvals.forget` stores an empty record, so it must run after the removal. Without a record, the next
  // start could approve the current settings.
  for (const copy of copies) copy.forget();
  return {
    answers: await dropAnswers(app.vault.getName(), 'all').catch(() => null),
    files: Array.isArray(hashes) ? hashes.length : 0,
    passwords: forgetPasswords(new Secrets(app)),
  };
}

/**
 * Replaces the stored passwords by empty texts, because the secret storage has no function that deletes a
 * secret. Returns the number of replaced passwords.
 */
function forgetPasswords(secrets: Secrets): number {
  const kept = secrets.ids().filter((id) => id.startsWith(passwordPrefix) && Boolean(secrets.get(id)));
  for (const id of kept) secrets.set(id, '');
  return kept.length;
}
