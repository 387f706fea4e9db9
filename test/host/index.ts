export { openHost } from './driver/host';
export type { Host, HostOptions } from './driver/host-options';
export { launchBrowser } from './browser';
