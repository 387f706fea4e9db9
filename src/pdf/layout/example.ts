/**
 * A rule's documentation and its test in one: what it is given, what it makes of it, and why that is right.
 * Each rule's file exports an array of these; the unit tests run them all.
 */
export interface Example<Before, After> {
  readonly why: string;
  readonly before: Before;
  readonly after: After;
}
