/** The keys under which the device stores the data about endpoints. */
export const MEMORY_KEYS = {
  /** The forms of answers that an endpoint supports, and the ratio of its token counts to our estimates. */
  endpoints: 'pdf-inbox-endpoints',
  /** How requests are sent to endpoints (see `routes.ts`). */
  routes: 'pdf-inbox-routes',
} as const;
