import type { Vault } from 'obsidian';
import type { ReadSlice } from '../inbox/locked';

/**
 * Returns a function that reads a range of bytes of a file. The app's API has no such call. But the app
 * serves the files of the vault to its own window by URL. The app supports range requests for these URLs,
 * because audio and video need them. If the response has the whole file instead of the range, the request is
 * aborted and the result is null.
 */
export function sliceReader(vault: Vault): ReadSlice {
  return ({ path }, from, to) =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open('GET', vault.adapter.getResourcePath(path));
      // With this charset, every byte becomes one character.
      request.overrideMimeType('text/plain; charset=x-user-defined');
      request.setRequestHeader('Range', `bytes=${from}-${to - 1}`);
      request.onreadystatechange = () => {
        if (request.readyState === XMLHttpRequest.HEADERS_RECEIVED && request.status !== 206) request.abort();
      };
      request.onloadend = () => resolve(request.status === 206 ? request.responseText : null);
      request.send();
    });
}
