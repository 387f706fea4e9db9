import { describe, expect, it } from 'vitest';
import { readModelList } from '../../../../src/llm/wire/model-list';
import { failureOf } from '../setup';

describe('readModelList', () => {
  it.each<[unknown, string[]]>([
    [{ object: 'list', data: [{ id: 'b' }, { id: 'org/a' }] }, ['b', 'org/a']],
    [
      ['b', 'a'],
      ['a', 'b'],
    ],
    [{ data: ['a'] }, ['a']],
    [{ models: [{ name: 'models/gemini-2' }, { model: 'x' }, { id: 'y' }] }, ['gemini-2', 'x', 'y']],
    [{ code: 0, data: { models: [{ id: 'a' }] } }, ['a']],
    [{ success: true, result: [{ name: '@cf/x' }] }, ['@cf/x']],
    [
      {
        data: [
          { id: 'a' },
          { id: ' a ' },
          { id: '' },
          { id: null },
          null,
          5,
          { id: 'a\nb' },
          { id: 'x'.repeat(5_000) },
        ],
      },
      ['a'],
    ],
    [{ models: [] }, []],
    [{ data: null }, []],
  ])('readModelList reads the names in %j', (body, names) => {
    expect(readModelList(body)).toEqual(names);
  });

  it.each(['a\u202Eb', 'gpt-4\u200B', 'a\u2028b', '\u2800', '\u3164', 'a\uD800'])(
    'readModelList leaves out the name %j, which may look like another name',
    (id) => {
      expect(readModelList({ data: [{ id }, { id: 'a' }] })).toEqual(['a']);
    },
  );

  it('readModelList reads at most 5,000 models', () => {
    expect(
      readModelList({ data: Array.from({ length: 100_000 }, (_, index) => `model-${index}`) }),
    ).toHaveLength(5_000);
  });

  it('readModelList reads all of 5,000 models', () => {
    expect(
      readModelList({ data: Array.from({ length: 5_000 }, (_, index) => ({ id: `org/model-${index}` })) }),
    ).toHaveLength(5_000);
  });

  it.each([{}, { status: 'ok' }, null, 7, { data: { a: {} } }])(
    'readModelList fails if the body %j has no list',
    async (body) => {
      const read = async (): Promise<unknown> => Promise.resolve(readModelList(body));
      expect((await failureOf(read())).kind).toBe('llm-not-an-api');
    },
  );
});
