/** Keys of the device's storage for what was learned about endpoints. */
export const MEMORY_KEYS = {
  /** The form of answers an endpoint supports, and how it counts tokens. */
  endpoints: 'pdf-inbox-endpoints',
  /** The route on which an endpoint is reached. */
  routes: 'pdf-inbox-routes',
} as const;
