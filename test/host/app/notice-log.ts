/**
 * Records every notice from now on. The returned function returns the latest text of each notice.
 */
export function logNotices(body: HTMLElement): () => string[] {
  const notices: HTMLElement[] = [];
  const remember = (node: Node): void => {
    if (!(node instanceof HTMLElement)) return;
    const found = node.matches('.notice') ? [node] : [...node.querySelectorAll<HTMLElement>('.notice')];
    for (const notice of found) if (!notices.includes(notice)) notices.push(notice);
  };
  const take = (records: MutationRecord[]): void => {
    for (const record of records) record.addedNodes.forEach(remember);
  };
  const observer = new MutationObserver(take);
  observer.observe(body, { childList: true, subtree: true });
  return () => {
    take(observer.takeRecords());
    return notices.map((notice) => notice.textContent.trim());
  };
}
