import type { Vault } from 'obsidian';
import type { ReadSlice } from '../inbox/locked';

/**
 * Reads a few bytes of a file. The app has no call for that; it serves files to its own window by address, in ranges
 * too, as audio and video need them. Where it answers with the whole file instead, that is broken off: null.
 */
export function sliceReader(vault: Vault): ReadSlice {
  return ({ path }, from, to) =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open('GET', vault.adapter.getResourcePath(path));
      // One character a byte, whatever the bytes.
      request.overrideMimeType('text/plain; charset=x-user-defined');
      request.setRequestHeader('Range', `bytes=${from}-${to - 1}`);
      request.onreadystatechange = () => {
        if (request.readyState === XMLHttpRequest.HEADERS_RECEIVED && request.status !== 206) request.abort();
      };
      request.onloadend = () => resolve(request.status === 206 ? request.responseText : null);
      request.send();
    });
}
