/** The oldest engines the app runs on: its oldest installer carries Chromium 106; iOS 16.4 is the oldest supported. */
export const targets = ['chrome106', 'safari16.4'];
