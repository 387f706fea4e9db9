import type { Plugin } from 'obsidian';

/** Milliseconds between two checks of the fingerprint. */
const interval = 2_000;

/**
 * Calls `onChange` when the fingerprint has changed. The fingerprint is a text made from the endpoint's
 * settings. It is polled, because the app does not report changes that come from another device or window.
 */
export function whenEndpointChanges(plugin: Plugin, fingerprint: () => string, onChange: () => void): void {
  let known = fingerprint();
  const look = (): void => {
    const now = fingerprint();
    if (now !== known) onChange();
    known = now;
  };
  plugin.registerInterval(window.setInterval(look, interval));
}
