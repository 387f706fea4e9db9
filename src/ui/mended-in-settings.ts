/** Failures that the user mends in the settings. */
export const mendedInSettings: ReadonlySet<string> = new Set([
  'llm-key-missing',
  'llm-key-wrong',
  'llm-model-unknown',
  'llm-region',
  'llm-no-vision',
  'pdf-no-text',
  'llm-not-an-api',
  'llm-unreachable',
  'llm-bad-request',
]);
