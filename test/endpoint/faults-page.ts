import type { Exchange } from './exchange';
import { wordsOf } from './page-images';

/** Answers to a page image that are not, or not simply, its text. */
export type PageFault = 'page-excuse' | 'page-excuse-zh' | 'page-loop' | 'page-nothing' | 'page-nothing-zh' | 'page-marker'
  | 'page-echo' | 'page-introduction' | 'page-fence' | 'page-table' | 'page-unseen' | 'no-vision';

function saying(make: (text: string, exchange: Exchange) => string): (exchange: Exchange) => void {
  return (exchange) => {
    exchange.say({ content: make(exchange.answer, exchange), finish: 'stop' });
  };
}

/** What the system message said. */
function instructions(exchange: Exchange): string {
  const messages: readonly unknown[] = Array.isArray(exchange.body['messages']) ? exchange.body['messages'] : [];
  const [system] = messages;
  return typeof system === 'object' && system !== null && 'content' in system ? wordsOf(system.content) : '';
}

export const PAGE_FAULTS: Readonly<Record<PageFault, (exchange: Exchange) => void>> = {
  'page-excuse': saying(() => "I'm sorry, but I can't assist with transcribing this image."),
  'page-excuse-zh': saying(() => '抱歉，我无法识别这张图片中的内容。'),
  'page-loop': saying((text) => `${text}\n${'The parties agree as follows. '.repeat(200)}`),
  'page-nothing': saying(() => 'There is no visible text in this image.'),
  'page-nothing-zh': saying(() => '图片中没有任何文字。'),
  'page-marker': saying(() => '[no text]'),
  'page-echo': saying((_, exchange) => instructions(exchange)),
  'page-introduction': saying((text) => `Here is the text of the page:\n\n${text}`),
  'page-fence': saying((text) => `\`\`\`text\n${text}\n\`\`\``),
  'page-table': saying((text) => `## ${text}\n\n| Item | Price |\n|---|---:|\n| **Hinges** | 18.40 |`),
  'page-unseen': (exchange) => {
    // As when the image was dropped: only the words are counted.
    exchange.say({ content: 'A letter that was made up.', finish: 'stop', promptTokens: Math.ceil(instructions(exchange).length / 6) });
  },
  'no-vision': (exchange) => {
    exchange.reply(400, {
      error: { message: 'Failed to deserialize the JSON body into the target type: messages[1]: unknown variant `image_url`, expected `text`', type: 'invalid_request_error', code: 'invalid_request_error' },
    });
  },
};
