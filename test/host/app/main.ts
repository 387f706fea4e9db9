import { App } from './app';
import { makeControl } from './control';
import { installDomHelpers } from './dom';
import { DriverClient } from './driver-client';
import { trackLiveResources } from './live';
import { logNotices } from './notice-log';
import { makeObsidianModule } from './obsidian-module';
import { PluginRunner } from './plugin-runner';
import './ui/style';
import { isListed, mountVisitorParts } from './visitor';

/** Builds the app in the page. The driver starts it through `hostControl`. */
async function build(): Promise<void> {
  installDomHelpers(window);
  let pauseShare = 1;
  const live = trackLiveResources(window, () => pauseShare);
  const driver = new DriverClient();
  const boot = await driver.boot();
  pauseShare = boot.pauseShare;
  document.documentElement.lang = boot.language;
  const obsidian = makeObsidianModule(driver, boot);
  const notices = logNotices(document.body);
  const app = new App(driver, boot);
  // Obsidian has the global `app`, too. Scripts of users reach the plugins through it.
  Object.assign(window, { app });
  driver.onVaultChange = (change) => {
    app.vault.take(change);
  };
  const runner = new PluginRunner(app, boot, obsidian);
  // If a person uses the page, no test starts the app, so this function starts it.
  const isVisited = new URLSearchParams(window.location.search).has('visit');
  const control = makeControl({
    app,
    runner,
    notices,
    live,
    pluginId: boot.manifest.id,
    enableAtStart: isVisited ? await isListed(app, boot.manifest.id) : boot.enabled,
  });
  Object.assign(window, { app, hostControl: control });
  if (!isVisited) return;
  await control.start();
  mountVisitorParts({ app, runner, plugin: boot.manifest });
}

Object.assign(window, { hostBuilt: build() });
