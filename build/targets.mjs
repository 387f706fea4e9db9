/**
 * The oldest engines on which the app runs: its oldest installer contains Chromium 106, and its oldest
 * supported iOS is 16.4.
 */
export const targets = ['chrome106', 'safari16.4'];
