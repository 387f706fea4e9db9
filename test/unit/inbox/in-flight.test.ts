import { beforeEach, describe, expect, it } from 'vitest';
import { InFlight } from '../../../src/inbox/in-flight';

describe('InFlight', () => {
  let kept: unknown;
  const start = (): InFlight =>
    new InFlight({ load: () => kept, save: (_, value) => (kept = structuredClone(value)) });
  /** Imitates a crash of the app during the parsing. */
  const endlessParsing = (): Promise<never> => new Promise(() => undefined);

  beforeEach(() => {
    kept = null;
  });

  it('InFlight records a PDF before the parsing begins, and removes the record afterwards', async () => {
    const inFlight = start();
    await inFlight.during('a', () => {
      expect(kept).toEqual({ reading: 'a', ended: [] });
      return Promise.resolve();
    });
    await expect(inFlight.during('a', () => Promise.reject(new Error('damaged')))).rejects.toThrow('damaged');
    expect(kept).toBeNull();
    expect(start().endedApp('a')).toBe(false);
  });

  it('after a crash, `endedApp` returns true for the PDF until the PDF is read completely', async () => {
    void start().during('a', endlessParsing);
    expect(start().endedApp('a')).toBe(true);
    await start().during('b', () => Promise.resolve());
    const third = start();
    expect([third.endedApp('a'), third.endedApp('b')]).toEqual([true, false]);
    await expect(third.during('a', () => Promise.reject(new Error('cancelled')))).rejects.toThrow();
    expect(start().endedApp('a')).toBe(true);
    await third.during('a', () => Promise.resolve());
    expect(start().endedApp('a')).toBe(false);
  });

  it('the record of a PDF stays until all simultaneous work on the PDF has ended', async () => {
    const inFlight = start();
    const first = inFlight.during('a', () => Promise.resolve());
    void inFlight.during('a', endlessParsing);
    await first;
    expect(start().endedApp('a')).toBe(true);
  });

  it('the record of a PDF is removed when the app ends normally', () => {
    const inFlight = start();
    void inFlight.during('a', endlessParsing);
    inFlight.close();
    void inFlight.during('b', endlessParsing);
    expect(start().endedApp('a')).toBe(false);
    expect(start().endedApp('b')).toBe(false);
  });

  it.each([1, 'text', [], { reading: 1, ended: 2 }, { ended: [1, 'a'] }])(
    'InFlight ignores everything invalid in the stored value %j',
    (value) => {
      kept = value;
      expect(start().endedApp('b')).toBe(false);
    },
  );

  it('InFlight keeps only the newest PDFs, so its record has a maximum size', () => {
    for (let count = 0; count < 300; count += 1) void start().during(String(count), endlessParsing);
    const inFlight = start();
    expect([inFlight.endedApp('299'), inFlight.endedApp('0')]).toEqual([true, false]);
    expect(JSON.stringify(kept).length).toBeLessThan(20_000);
  });
});
