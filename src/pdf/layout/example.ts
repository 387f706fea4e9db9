/**
 * An example of a rule: the rule turns `before` into `after`, and `why` gives the reason. The examples of a
 * rule are in a file `*.examples.ts` beside the rule. Only tests import such files, so no example is part of
 * the plugin.
 */
export interface Example<Before, After> {
  readonly why: string;
  readonly before: Before;
  readonly after: After;
}
