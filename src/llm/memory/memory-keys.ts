/** The keys under which what was learned of endpoints is kept on the device, by what was learned. */
export const MEMORY_KEYS = {
  /** The form of answer that an endpoint takes, and how it counts tokens. */
  endpoints: 'pdf-inbox-endpoints',
  /** By which of two ways it is reached. */
  routes: 'pdf-inbox-routes',
} as const;
