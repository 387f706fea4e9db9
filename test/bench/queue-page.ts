/** What the page measures. Times are in ms since the page was opened (`performance.now()`). */
export interface PageMeasures {
  /** The time at which the app has read every note. */
  indexedAt: number;
  /** The time at which the plugin has looked at the last PDF. */
  reconciledAt: number;
  pdfsSeen: number;
}

declare global {
  interface Window {
    measures: PageMeasures;
  }
}

/** Runs in the page before any other script. */
export function measurePage(): void {
  const measures: PageMeasures = { indexedAt: 0, reconciledAt: 0, pdfsSeen: 0 };
  window.measures = measures;
  const listening = setInterval(() => {
    if (!('app' in window)) return;
    clearInterval(listening);
    const { app } = window as unknown as { app: import('obsidian').App };
    app.metadataCache.on('resolved', () => {
      measures.indexedAt ||= performance.now();
    });
  }, 1);
  const fetch = window.fetch.bind(window);
  const seen = new Set<string>();
  window.fetch = async (...call) => {
    const response = await fetch(...call);
    const [address] = call;
    const path =
      typeof address === 'string' && address.includes('/vault/stat')
        ? new URL(address, location.origin).searchParams.get('path')
        : null;
    if (path?.endsWith('.pdf') === true && !seen.has(path)) {
      seen.add(path);
      measures.pdfsSeen = seen.size;
      measures.reconciledAt = performance.now();
    }
    return response;
  };
}
