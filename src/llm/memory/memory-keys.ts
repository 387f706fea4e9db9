/** The keys under which the device stores what was learned about endpoints. */
export const MEMORY_KEYS = {
  /** The forms of answers that endpoints support, and how they count tokens. */
  endpoints: 'pdf-inbox-endpoints',
  /** The routes on which endpoints are reached. */
  routes: 'pdf-inbox-routes',
} as const;
