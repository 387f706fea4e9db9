/** How often something is, by unit of time. */
const FREQUENCIES: readonly RegExp[] = [
  /每个?(?:自然|工作)?[日天]|[按逐]日|日(?:利率|息|租金)|\b(?:daily|(?:per|each|every|a) (?:calendar |business |working )?day)\b/iu,
  /每个?(?:周|星期)|[按逐]周|周租金?|\b(?:weekly|(?:per|each|every|a) week)\b/iu,
  /每个?自?然?月|[按逐]月|月(?:租|工资|薪|费|利率|息|供)|\b(?:monthly|(?:per|each|every|a) (?:calendar )?month)\b/iu,
  /每个?季|[按逐]季|季(?:租|费)|\b(?:quarterly|(?:per|each|every|a) (?:calendar )?quarter)\b/iu,
  /每个?(?:自然|日历|会计)?年|[按逐]年|年(?:租|工资|薪|费|利率|息|化|检)|\b(?:yearly|annual(?:ly)?|per annum|(?:per|each|every|a) (?:calendar |fiscal )?year)\b/iu,
];

/** True when a statement says how often, and the sentences it cites say it otherwise, nowhere as it does. */
export function turnsFrequency(statement: string, own: string): boolean {
  const said = FREQUENCIES.filter((pattern) => pattern.test(statement));
  return said.some((pattern) => !pattern.test(own)) && FREQUENCIES.some((pattern) => pattern.test(own) && !said.includes(pattern));
}
