/** Matches limits of requests per minute in messages of OpenAI, Moonshot, OpenRouter and GitHub. */
const PER_MINUTE = [
  /\b(\d{1,4}) requests? ?(?:per|a|\/|every) ?min/i,
  /requests? per min.{0,40}limit:? (\d{1,4})\b/i,
  /\blimit:? (\d{1,4}) ?\/ ?min/i,
  /\bRPM:? (\d{1,4})\b/i,
  /rate limit of (\d{1,4}) per (?:60 ?s|min)/i,
];
/** Largest limit of requests. A larger number in a message is probably a limit of tokens. */
const MOST = 600;

/** Returns the number of requests per minute that a message permits; undefined when it contains none. */
export function requestsPerMinuteIn(message: string): number | undefined {
  const found = PER_MINUTE.map((words) => words.exec(message)?.[1]).find((digits) => digits !== undefined);
  const limit = Number(found ?? 0);
  return limit >= 1 && limit <= MOST ? limit : undefined;
}
