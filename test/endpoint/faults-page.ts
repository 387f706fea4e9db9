import type { Exchange } from './exchange';
import { wordsOf } from './page-images';

/** Wrong or unusual answers about a page image. */
export type PageFault =
  | 'page-excuse'
  | 'page-excuse-zh'
  | 'page-loop'
  | 'page-nothing'
  | 'page-nothing-zh'
  | 'page-marker'
  | 'page-echo'
  | 'page-introduction'
  | 'page-fence'
  | 'page-table'
  | 'page-unseen'
  | 'no-vision';

function answering(make: (text: string, exchange: Exchange) => string): (exchange: Exchange) => void {
  return (exchange) => {
    exchange.send({ content: make(exchange.answer, exchange), finish: 'stop' });
  };
}

function instructions(exchange: Exchange): string {
  const messages: readonly unknown[] = Array.isArray(exchange.body['messages'])
    ? exchange.body['messages']
    : [];
  const [system] = messages;
  return typeof system === 'object' && system !== null && 'content' in system ? wordsOf(system.content) : '';
}

export const PAGE_FAULTS: Readonly<Record<PageFault, (exchange: Exchange) => void>> = {
  'page-excuse': answering(() => "I'm sorry, but I can't assist with transcribing this image."),
  'page-excuse-zh': answering(() => '抱歉，我无法识别这张图片中的内容。'),
  'page-loop': answering((text) => `${text}\n${'The parties agree as follows. '.repeat(200)}`),
  'page-nothing': answering(() => 'There is no visible text in this image.'),
  'page-nothing-zh': answering(() => '图片中没有任何文字。'),
  'page-marker': answering(() => '[no text]'),
  'page-echo': answering((_, exchange) => instructions(exchange)),
  'page-introduction': answering((text) => `Here is the text of the page:\n\n${text}`),
  'page-fence': answering((text) => `\`\`\`text\n${text}\n\`\`\``),
  'page-table': answering((text) => `## ${text}\n\n| Item | Price |\n|---|---:|\n| **Hinges** | 18.40 |`),
  'page-unseen': (exchange) => {
    // Some endpoints drop the image. The tokens that they report are then only those of the instructions.
    exchange.send({
      content: 'A letter that was made up.',
      finish: 'stop',
      promptTokens: Math.ceil(instructions(exchange).length / 6),
    });
  },
  'no-vision': (exchange) => {
    exchange.reply(400, {
      error: {
        message:
          'Failed to deserialize the JSON body into the target type: messages[1]: unknown variant `image_url`, expected `text`',
        type: 'invalid_request_error',
        code: 'invalid_request_error',
      },
    });
  },
};
