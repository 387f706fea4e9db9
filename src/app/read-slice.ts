import type { Vault } from 'obsidian';
import type { ReadSlice } from '../inbox/locked';

/**
 * Returns a function that reads a range of bytes of a file. The app's API can read only whole files, so the
 * function requests the range from the URL that the app gives each file. The function resolves to null if the
 * response is not this range.
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
