import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPageAnswer } from '../../../../src/llm/answer/page-answer';
import { pageMessages } from '../../../../src/llm/prompt/page-prompt';
import { repeatsItself } from '../../../../src/llm/answer/repetition';

const promptWords = pageMessages({ mediaType: 'image/jpeg', base64: '' })
  .map(({ content }) => content)
  .join('\n');

/** Page texts that could be mistaken for something else, such as a refusal or the answer “no text”. */
const texts: readonly (readonly [string, string])[] = [
  ['a printed remark about a blank page', 'This page is intentionally left blank.'],
  ['a printed remark about a page without text', '（本页无正文，为《技术服务合同》之签署页）'],
  ['an apology', 'I am sorry for the delay of your order.\nPlease find the invoice enclosed.'],
  ['a prohibition', 'No smoking'],
  [
    'a text that begins with the letters of "no text"',
    'No textbooks may be taken out of the reading room.\nOpen 9 to 17.',
  ],
  ['a Chinese apology', '对不起，请绕行。'],
  ['a sentence about blank pages', 'Blank page numbering is described in chapter 4.'],
  ['a blank cheque', '空白支票须妥善保管。'],
  ['a form', 'Name: ______________________________\nDate: ______________________________'],
  ['dots', `${'. '.repeat(400)}\n12`],
  ['an attendance sheet', Array.from({ length: 31 }, (_, day) => `${day + 1}\t出勤\t8`).join('\n')],
  ['a column of zeros', Array.from({ length: 200 }, () => '0.00').join('\n')],
  ['a request for a photo', 'Please attach a photo of the damage to this form.\nClaim 4711'],
  ['a Chinese request for a photo', '请上传身份证照片。'],
  ['a fence in the middle', 'Receipt\n```\nkept as it stands\n```'],
];

const noTextAnswers: readonly string[] = [
  '[no text]',
  'no text',
  '[No text].',
  'No text found in the image.',
  'No visible text.',
  'There is no readable text on this page.',
  'The image contains no text.',
  'This page is blank.',
  '[blank page]',
  'The page does not contain any text.',
  '图片中没有任何文字。',
  '该页面为空白页',
  '（空白页）',
  '此图像不包含可读的文本内容。',
  '未检测到文字',
  '```\n[no text]\n```',
];

const requestsForImage: readonly string[] = [
  'Please provide the image you would like me to transcribe.',
  'Sure! Could you upload the picture so that I can read it?',
  "I don't see an image attached to your message.",
  'No image was provided.',
  '请您提供需要转录的图片，我会为您识别其中的文字。',
  '我没有看到图片，请重新上传。',
];

const excuses: readonly string[] = [
  "I'm sorry, but I can't assist with that request.",
  'I’m sorry, I cannot read the text in this image.',
  'Sorry, I am not able to view images.',
  "I can't transcribe this document because it contains personal information.",
  'I am unable to process this image.',
  'Unfortunately, the image is too blurry to read.',
  'As an AI language model, I cannot see pictures.',
  '抱歉，我无法识别这张图片。',
  '很抱歉，我不能提供该内容的转录。',
  '我无法查看图片，请提供文字。',
  '申し訳ありませんが、この画像を読み取ることはできません。',
];

describe('readPageAnswer', () => {
  it.each(texts)('readPageAnswer takes %s as the text of the page', (_, text) => {
    expect(readPageAnswer(text)).toEqual({ kind: 'text', text: text.trim() });
  });

  it.each(noTextAnswers)('the answer “%s” means that the page has no text', (answer) => {
    expect(readPageAnswer(answer)).toEqual({ kind: 'no-text' });
  });

  it.each(requestsForImage)('the answer “%s” means that the model did not get the image', (answer) => {
    expect(readPageAnswer(answer)).toEqual({ kind: 'not-seen' });
  });

  it('readPageAnswer removes the special tokens around the text', () => {
    const answer = '<|begin_of_box|>Invoice 4711<|end_of_box|>\n<|im_end|>';
    expect(readPageAnswer(answer)).toEqual({ kind: 'text', text: 'Invoice 4711' });
  });

  it.each(excuses)('the answer “%s” is read as a refusal', (answer) => {
    expect(readPageAnswer(answer)).toEqual({ kind: 'refused' });
  });

  it.each([
    ['a fence', '```\nReceipt\n\nTotal 4.20\n```'],
    ['a fence with a language', '```markdown\nReceipt\n\nTotal 4.20\n```'],
    ['a fence without an end', '```text\nReceipt\n\nTotal 4.20'],
    ['an introduction', 'Here is the transcribed text from the image:\n\nReceipt\n\nTotal 4.20'],
    ['an introduction and a fence', "Sure! Here's the text:\n```\nReceipt\n\nTotal 4.20\n```\n"],
    ['a Chinese introduction', '以下是图片中的文字内容：\n\nReceipt\n\nTotal 4.20'],
    ['thoughts', '<think>\nIt is a receipt. Total 4.20?\n</think>\n\nReceipt\n\nTotal 4.20'],
    ['the repeated request', 'Transcribe the text of this page image.\n\nReceipt\n\nTotal 4.20'],
    ['carriage returns', 'Receipt\r\n\r\nTotal 4.20\r\n'],
  ])('readPageAnswer removes %s from the answer', (_, answer) => {
    expect(readPageAnswer(answer)).toEqual({ kind: 'text', text: 'Receipt\n\nTotal 4.20' });
  });

  it.each(['', '  \n ', '```\n```', '<think>I should look closer', promptWords])(
    'the answer %j is unusable because it has no text of a page',
    (answer) => {
      expect(readPageAnswer(answer)).toEqual({ kind: 'unusable', problem: 'empty' });
    },
  );

  it.each([
    ['a word', 'the '.repeat(400)],
    [
      'a sentence that comes after other text',
      `Agreement\n\nBetween A and B.\n${'The parties agree as follows. '.repeat(60)}`,
    ],
    ['a Chinese clause', `合同\n${'甲方应当按照约定支付价款，'.repeat(80)}`],
    [
      'a paragraph',
      Array.from(
        { length: 6 },
        () =>
          'The supplier shall deliver the goods within thirty days after receipt of the order, free of charge, to the address named in the order, during business hours.',
      ).join('\n'),
    ],
  ])('an answer is unusable if it repeats %s', (_, answer) => {
    expect(readPageAnswer(answer)).toEqual({ kind: 'unusable', problem: 'repeats' });
  });

  it('readPageAnswer never throws, and never returns an empty text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (answer) => {
        const reading = readPageAnswer(answer);
        if (reading.kind === 'text') expect(reading.text.trim()).not.toBe('');
      }),
    );
  });
});

describe('repeatsItself', () => {
  it('repeatsItself finds a repetition even after other text', () => {
    const unit = fc.stringMatching(/^[a-z]{5}[a-z ]{0,55}$/);
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9 ]{0,80}$/), unit, (before, again) => {
        expect(repeatsItself(before + again.repeat(80))).toBe(true);
      }),
    );
  });

  it('repeatsItself finds no repetition in a text with different words', () => {
    const words = Array.from({ length: 900 }, (_, index) => `w${(index * 7919).toString(36)}`);
    expect(repeatsItself(words.join(' '))).toBe(false);
  });
});
