import type { Messages } from '../../src/i18n/messages';
import { PRESETS, type Preset } from '../../src/llm/presets/presets';

/** The words of the page about endpoints. */
export interface EndpointWords {
  readonly title: string;
  readonly intro: string;
  readonly head: string;
  readonly get: string;
  readonly program: string;
  readonly own: string;
  readonly none: string;
  readonly special: string;
  readonly notes: readonly string[];
  readonly tokens: string;
  readonly tokensIntro: string;
  readonly tokensHead: string;
  readonly tokensNotes: readonly string[];
}

/**
 * Rounded estimates of the tokens that the plugin sends for ten full pages (`npm run bench:tokens`): without
 * and with the second reading, in which a model checks the statements.
 */
const tokensSent = { large: [11_000, 19_000], small: [14_000, 19_000] } as const;

/** A context of at least this number of tokens is `large`. With a smaller one, ten pages make two parts. */
const largeContext = 32_000;

export const endpointWords: Readonly<Record<'en' | 'zh-CN', EndpointWords>> = {
  en: {
    title: 'Endpoints',
    intro:
      'Choose a provider under *Provider* in the settings, enter its key under *API key*, and press *Test connection*. *Base URL* and *Model* have a default for most providers. You can enter other values. *Choose a model* shows the models of the endpoint. *Vision model* is needed only for scanned pages.',
    head: '| provider | where the key comes from | model by default | vision model by default | base URL by default |',
    get: 'its page for keys',
    program: 'no key; get the program',
    own: 'your server; often none',
    none: '–',
    special: 'Notes',
    notes: [
      '**Ollama** and **LM Studio** run on your own computer and cost nothing. Load the model first, for example with `ollama pull qwen3:8b`. Another computer of your network works, too: enter its address as *Base URL*.',
      '**Azure OpenAI**: the base URL has the name of your resource, such as `https://NAME.openai.azure.com`, and *Model* is the name of your deployment.',
      '**GitHub Models** limits accounts without a contract to 8,000 tokens for each request, so a long document is sent in small parts.',
      '**Custom endpoint** is for any other address with OpenAI’s API (`/chat/completions`), such as a gateway or your own server.',
      'Hosted providers need an account and charge for tokens at their own prices. The plugin does not contain their prices. The property `pdf_tokens` of a note is the number of tokens that were used for the note.',
    ],
    tokens: 'How many tokens a document takes',
    tokensIntro:
      'These are the tokens that the plugin sends for a document of ten full pages, such as a contract. They are an estimate (`npm run bench:tokens`), nearly the same for English and Chinese. The tokens of the model\'s answers are not included. The setting *Longest answer* limits the number of tokens in each answer.',
    tokensHead: '| context of the model | without the second reading | with the second reading |',
    tokensNotes: [
      'The number of tokens grows with the number of pages. The share of the second reading is largest for short documents; for 500 pages, it is only about 5 %.',
      'A scanned page that the vision model reads takes about as many tokens as three pages of text.',
      'The plugin asks before it digests a document of more than 200,000 tokens (*Ask before large documents*). *Tokens per day* limits the number of tokens that are used in a day.',
    ],
  },
  'zh-CN': {
    title: '模型接口',
    intro:
      '在设置的“服务商”中选择服务商，在“API 密钥”中填入密钥，然后点击“测试连接”。“接口地址”和“模型”对大多数服务商有默认值；您也可以填写其他值，或用“选择模型”从接口的列表中选择。只有识别扫描页才需要“视觉模型”。',
    head: '| 服务商 | 密钥从哪里来 | 默认模型 | 默认视觉模型 | 默认接口地址 |',
    get: '服务商的密钥页面',
    program: '无需密钥；下载程序',
    own: '您的服务器；通常不需要',
    none: '–',
    special: '说明',
    notes: [
      '**Ollama** 和 **LM Studio** 在您自己的电脑上运行，不产生费用。请先下载模型，例如 `ollama pull qwen3:8b`。也可以使用您网络中的另一台电脑：把它的地址填在“接口地址”中。',
      '**Azure OpenAI**：接口地址中有您的资源名称，例如 `https://NAME.openai.azure.com`；“模型”填写您的部署名称。',
      '**GitHub Models** 对没有合同的账户限制每次请求 8,000 个 token，因此较长的文档会分成更多部分发送。',
      '**自定义接口**适用于其他任何采用 OpenAI 接口（`/chat/completions`）的地址，例如网关或您自己的服务器。',
      '云端服务需要账户，并按各自的价格按 token 收费。插件不了解价格。每篇笔记用掉的 token 数记录在属性 `pdf_tokens` 中。',
    ],
    tokens: '一份文档用多少 token',
    tokensIntro:
      '下表是插件为一份写满十页的文档（例如合同）发送的 token 数。这是估算值（`npm run bench:tokens`），英文和中文几乎相同。模型的回答另计，每次回答的 token 数不超过设置项“最长回答”的值。',
    tokensHead: '| 模型的上下文 | 不复核 | 复核 |',
    tokensNotes: [
      'token 数随页数增加。复核对短文档影响最大：500 页的文档约多用 5%。',
      '由视觉模型识别的一页扫描件，用量约相当于三页文字。',
      '总结预计超过 200,000 个 token 的文档之前，插件会先询问（“总结大文档前询问”）。“每日 token 上限”可以设定上限。',
    ],
  },
};

/** Returns the sections of the page about endpoints. */
export function endpointSections(words: EndpointWords, { settings }: Messages): string[] {
  const presets = Object.values(PRESETS);
  const names: Readonly<Record<string, string>> = settings.providers;
  const nameOf = ({ id, name }: Preset): string => names[id] ?? name;
  const code = (text: string): string => (text === '' ? words.none : `\`${text}\``);
  const keyOf = ({ keyUrl, needsKey }: Preset): string => {
    if (keyUrl === '') return words.own;
    return `[${needsKey ? words.get : words.program}](${keyUrl})`;
  };
  const rows = presets.map((preset) => {
    const cells = [preset.model, preset.visionModel, preset.baseUrl].map(code);
    return `| ${[nameOf(preset), keyOf(preset), ...cells].join(' | ')} |`;
  });
  const sent = (tokens: readonly number[]): string =>
    tokens.map((count) => count.toLocaleString('en')).join(' | ');
  const isLarge = ({ contextTokens }: Preset): boolean => contextTokens >= largeContext;
  const small = presets.filter((preset) => !isLarge(preset)).map(nameOf);
  return [
    words.intro,
    [words.head, '| --- | --- | --- | --- | --- |', ...rows].join('\n'),
    `## ${words.special}`,
    words.notes.map((note) => `- ${note}`).join('\n'),
    `## ${words.tokens}`,
    words.tokensIntro,
    [
      words.tokensHead,
      '| --- | --- | --- |',
      `| ≥ ${largeContext.toLocaleString('en')} | ${sent(tokensSent.large)} |`,
      `| < ${largeContext.toLocaleString('en')} (${small.join(', ')}) | ${sent(tokensSent.small)} |`,
    ].join('\n'),
    words.tokensNotes.map((note) => `- ${note}`).join('\n'),
  ];
}
