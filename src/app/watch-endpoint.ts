import type { Plugin } from 'obsidian';

/** Milliseconds between two checks of the fingerprint. */
const interval = 2_000;

/**
 * Calls `onChange` when the fingerprint of the endpoint's settings, a text made from them, has changed. The
 * fingerprint is polled, because the app does not report changes of settings or secrets that come from
 * another device or another window.
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
