import type { Plugin } from 'obsidian';

/** Milliseconds between two checks of the fingerprint. */
const interval = 2_000;

/**
 * Calls back when the fingerprint of the endpoint's settings has changed. It is polled, because neither
 * settings nor secrets report a change that comes from another device or another window.
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
