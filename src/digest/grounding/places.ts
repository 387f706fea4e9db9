/** Names of places that contracts are made, tried and fulfilled in; where one stands for another, nothing else tells. */
const PLACE =
  /北京|上海|天津|重庆|广州|深圳|杭州|南京|苏州|成都|武汉|西安|长沙|郑州|青岛|济南|大连|沈阳|厦门|福州|宁波|合肥|昆明|贵阳|南宁|南昌|太原|石家庄|哈尔滨|长春|兰州|海口|乌鲁木齐|拉萨|香港|澳门|台北|新加坡|东京|伦敦|纽约|\b(?:Beijing|Shanghai|Shenzhen|Guangzhou|Hong Kong|Singapore|Tokyo|London|Paris|Berlin|Geneva|Stockholm|New York|Delaware|California|England|Germany|France|Switzerland)\b/giu;

/** True when a statement names a place that the passage does not, and the passage names another. */
export function turnsPlace(statement: string, passage: string): boolean {
  const read: readonly string[] = passage.match(PLACE) ?? [];
  const said: readonly string[] = statement.match(PLACE) ?? [];
  const scripts = (words: readonly string[]): boolean => words.some((word) => /[a-z]/iu.test(word));
  return read.length > 0 && scripts(said) === scripts(read) && said.some((place) => !read.includes(place));
}
