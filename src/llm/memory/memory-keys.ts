/** The keys under which the device stores the data about endpoints. */
export const MEMORY_KEYS = {
  /** The forms of answers that endpoints support, and the ratios of their token counts. */
  endpoints: 'pdf-inbox-endpoints',
  /** The routes on which endpoints are reached. */
  routes: 'pdf-inbox-routes',
} as const;
