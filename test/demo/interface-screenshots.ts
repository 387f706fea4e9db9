import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { en } from '../../src/i18n/en';
import { zhCn } from '../../src/i18n/zh-cn';
import { startEndpoint, type RunningEndpoint } from '../endpoint/server';
import type { HostOptions } from '../host/index';
import { clearNotices, languages, shoot, takePictures, themes, withHost, type Language } from './pictures';
import { filingScenes, filingSettings } from './filing-scenes';
import { firstRunScenes, scenes, type Stage } from './interface-scenes';

/**
 * Takes pictures of every window of the plugin, for the review before a release: `npm run screenshots`. They
 * show both languages, light and dark themes, a wide screen and a phone, and are saved in `out/screenshots/`.
 * With an argument, such as `phone` or `zh`, only the pictures of this screen or language are taken. With
 * the second argument `filing`, only pictures of the settings pages about filing are taken.
 */
const folder = resolve('out/screenshots');

const windows = [
  { name: 'wide', width: 1000, height: 900, mobile: false },
  { name: 'phone', width: 390, height: 844, mobile: true },
] as const;

const secrets = { 'pdf-inbox-api-key': 'sk-1', 'pdf-inbox-header-cf-access-client-secret': 'x-1' };

type Setting = { readonly language: Language; readonly window: (typeof windows)[number] };

const words = { en, zh: zhCn };

/** Creates a stage that takes each picture in both themes. */
function stageOf(host: Stage['host'], endpoint: RunningEndpoint, { language, window }: Setting): Stage {
  const picture: Stage['picture'] = async (scene, height = window.height) => {
    await host.page.setViewportSize({ width: window.width, height });
    for (const theme of themes) {
      await host.page.evaluate((name) => {
        document.body.classList.remove('theme-light', 'theme-dark');
        document.body.classList.add(`theme-${name}`);
      }, theme);
      await shoot(host, join(folder, `${scene}-${window.name}-${language}-${theme}.png`));
    }
    await host.page.setViewportSize({ width: window.width, height: window.height });
    await clearNotices(host);
  };
  return { host, endpoint, language, words: words[language], picture };
}

async function takeAll(browser: Browser, setting: Setting): Promise<void> {
  const { language, window } = setting;
  const { width, height, mobile } = window;
  const endpoint = await startEndpoint();
  const options: Omit<HostOptions, 'vault'> = { browser, language, mobile, viewport: { width, height } };
  const settings = {
    provider: 'custom',
    baseUrl: endpoint.url,
    model: 'qwen-plus',
    scannedPages: 'vision',
    confirmAboveTokens: 8_000,
    prompt: '',
    extraHeaders: [{ name: 'cf-access-client-secret', secret: 'pdf-inbox-header-cf-access-client-secret' }],
  };
  try {
    const filing = { ...settings, ...filingSettings(language) };
    await withHost({ ...options, prepare: { settings: filing, secrets } }, (host) =>
      filingScenes(stageOf(host, endpoint, setting)),
    );
    if (only === 'filing') return;
    await withHost({ ...options, enable: 'later' }, (host) =>
      firstRunScenes(stageOf(host, endpoint, setting)),
    );
    await withHost({ ...options, prepare: { settings, secrets } }, (host) =>
      scenes(stageOf(host, endpoint, setting)),
    );
  } finally {
    await endpoint.close();
  }
}

const [wanted = '', only = ''] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
await takePictures(async (browser) => {
  for (const language of languages) {
    for (const window of windows) {
      if (`${window.name}-${language}`.includes(wanted)) await takeAll(browser, { language, window });
    }
  }
});
