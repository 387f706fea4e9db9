/** What the page of the benchmark measures from its very first script on; times as `performance.now()`. */
export interface PageMeasures {
  /** Longest time the thread did not answer, in ms. */
  gap: number;
  /** When the app had read every note for the first time. */
  indexedAt: number;
  /** When the last PDF so far was looked at on disk for the first time. */
  reconciledAt: number;
  pdfsSeen: number;
}

declare global {
  interface Window {
    measures: PageMeasures;
  }
}

/** Runs in the page before anything else. The thread is asked for an answer over and over; how long it lets wait is a gap. */
export function measurePage(): void {
  const measures: PageMeasures = { gap: 0, indexedAt: 0, reconciledAt: 0, pdfsSeen: 0 };
  window.measures = measures;
  const channel = new MessageChannel();
  let last = performance.now();
  channel.port1.onmessage = () => {
    const now = performance.now();
    measures.gap = Math.max(measures.gap, now - last);
    last = now;
    // A turn of its own each time, so that timers and drawing come in between.
    setTimeout(() => {
      channel.port2.postMessage(null);
    }, 1);
  };
  channel.port2.postMessage(null);
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
    const path = typeof address === 'string' && address.includes('/vault/stat') ? new URL(address, location.origin).searchParams.get('path') : null;
    if (path?.endsWith('.pdf') === true && !seen.has(path)) {
      seen.add(path);
      measures.pdfsSeen = seen.size;
      measures.reconciledAt = performance.now();
    }
    return response;
  };
}

/** Runs in the page: ms of the longest of so many frames, while what the selector finds is scrolled from end to end. */
export async function longestFrame({ selector, steps }: { readonly selector: string; readonly steps: number }): Promise<number> {
  const scrolled = selector === '' ? null : document.querySelector(selector);
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  let last = await frame();
  let longest = 0;
  for (let step = 1; step <= steps; step += 1) {
    scrolled?.scrollTo(0, (scrolled.scrollHeight * step) / steps);
    const now = await frame();
    longest = Math.max(longest, now - last);
    last = now;
  }
  return longest;
}
