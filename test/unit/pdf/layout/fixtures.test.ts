import { describe, expect, it } from 'vitest';
import { assembleDocument, layoutPage } from '../../../../src/pdf/layout';
import { textItems } from '../../../bench/paragraphs-extract';
import { fixtures } from '../../../fixtures/catalogue';
import type { Fixture, Opens } from '../../../fixtures/fixture';
import { openPatched } from '../../../patched-pdfjs';

type Laid = Fixture & { readonly expected: Opens };

/**
 * Fixtures that say which paragraphs a page has or must not have. Pages with `onlyOurs` do not count,
 * because `textItems` does not read them as the plugin does.
 */
const laid = fixtures.filter(
  (fixture): fixture is Laid =>
    fixture.expected.opens &&
    fixture.expected.pages.some(({ paragraphs, absent, onlyOurs }) => !onlyOurs && (paragraphs ?? absent)),
);

async function paragraphsOf(fixture: Fixture): Promise<string[][]> {
  const document = await openPatched(await fixture.make());
  try {
    const pages = await textItems(document);
    return assembleDocument(pages.map(layoutPage)).map((page) => page.map(({ text }) => text));
  } finally {
    await document.destroy();
  }
}

describe('layout', () => {
  it.each(laid.map((fixture) => [fixture.name, fixture] as const))(
    'the layout rebuilds the paragraphs of the fixture %s',
    async (_, fixture) => {
      const pages = await paragraphsOf(fixture);
      for (const { number, paragraphs = [], absent = [], onlyOurs } of fixture.expected.pages) {
        if (onlyOurs) continue;
        const found = pages[number - 1] ?? [];
        expect(found.filter((text) => paragraphs.includes(text))).toEqual(paragraphs);
        for (const text of absent) expect(found.join('\n')).not.toContain(text);
      }
    },
  );
});
