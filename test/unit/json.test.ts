import { expect, it } from 'vitest';
import { parseJson } from '../../src/json';

it.each([
  ['{"a":[1,"x"]}', { a: [1, 'x'] }],
  [' null ', null],
  ['', undefined],
  ['{"a":', undefined],
  ['{a: 1}', undefined],
])('parseJson returns the value of %j, or undefined if this text is not JSON', (text, value) => {
  expect(parseJson(text)).toEqual(value);
});
