import * as v from 'valibot';
import { MAX_ITEMS, named, text } from './lenient';

/** Accepts the tags of a draft as a list or as one text. Removes sentences, and cuts off text in brackets. */
export const tags = v.pipe(
  v.optional(
    v.nullable(
      v.union([
        v.string(),
        v.array(
          v.union([
            text,
            v.pipe(
              named({ text: ['name', 'tag', '标签', '名称'] }, v.object({ text })),
              v.transform((tag) => tag.text),
            ),
          ]),
        ),
      ]),
    ),
    null,
  ),
  v.transform((value) => (typeof value === 'string' ? value.split(/[,，、;；\s]+/) : (value ?? []))),
  v.transform((list) =>
    list
      .map((tag) => tag.replace(/^[#\s]+|\s*[([{（【].*$/gs, '').trim())
      .filter((tag) => tag !== '' && !isSentence(tag))
      .slice(0, MAX_ITEMS),
  ),
);

/** Longest tag, in UTF-16 units. Some models write sentences instead of tags. */
const LONGEST_TAG = 60;

function isSentence(tag: string): boolean {
  return tag.length > LONGEST_TAG || (/[.!?。！？]$/.test(tag) && /\s|\p{Script=Han}{8}/u.test(tag));
}
