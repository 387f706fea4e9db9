/**
 * An example documents and tests a rule: the rule turns `before` into `after`, and `why` gives the reason.
 * The examples of a rule are in a file `*.examples.ts` beside it. Only tests import these files, so that no
 * example is part of the plugin.
 */
export interface Example<Before, After> {
  readonly why: string;
  readonly before: Before;
  readonly after: After;
}
