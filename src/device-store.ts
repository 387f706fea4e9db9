/**
 * The key of every value that the plugin stores on this device outside of the secret storage. The command
 * *Forget everything kept on this device* removes the `kept` values. It does not remove the `choice` values,
 * most of which are decisions of the user.
 */
export const deviceKeys = {
  'pdf-inbox-approved': 'kept',
  'pdf-inbox-auto': 'choice',
  'pdf-inbox-dashboard': 'kept',
  'pdf-inbox-declined': 'kept',
  'pdf-inbox-endpoints': 'kept',
  'pdf-inbox-first-run': 'choice',
  'pdf-inbox-folder-job': 'kept',
  'pdf-inbox-hashes': 'kept',
  'pdf-inbox-hopeless': 'kept',
  'pdf-inbox-in-flight': 'kept',
  'pdf-inbox-left-out': 'kept',
  'pdf-inbox-present': 'kept',
  'pdf-inbox-routes': 'kept',
  // If the command removed this number, the tokens of today would be counted from 0 again.
  'pdf-inbox-tokens': 'choice',
  'pdf-inbox-watched': 'kept',
  // The open windows of a vault find each other by this name. If the command removed the name, a window that
  // is opened later would choose another name.
  'pdf-inbox-window': 'choice',
  'pdf-inbox-written': 'kept',
} as const;

export type DeviceKey = keyof typeof deviceKeys;

/**
 * Storage of small values on this device. The storage is never synced. Values are JSON and may disappear at
 * any time.
 */
export interface DeviceStore {
  /** Returns the stored value without validating it; null or undefined when there is none. */
  load(key: DeviceKey): unknown;
  /** Stores a value; null removes it. */
  save(key: DeviceKey, value: unknown): void;
}
