import { NotImplementedError } from './not-implemented';

/** The app version the host stands for. */
export const apiVersion = '1.13.1';

/** Whether the app is at least of a version, as `requireApiVersion` says. */
export function requireApiVersion(version: string): boolean {
  const asked = version.split('.').map(Number);
  const own = apiVersion.split('.').map(Number);
  const at = asked.findIndex((part, index) => part !== (own[index] ?? 0));
  return at < 0 || (own[at] ?? 0) > (asked[at] ?? 0);
}

/** Obsidian's `Platform`: a desktop app on Linux, or an Android phone. */
export function platformOf(mobile: boolean): Readonly<Record<string, boolean | string>> {
  return {
    isDesktop: !mobile,
    isMobile: mobile,
    isDesktopApp: !mobile,
    isMobileApp: mobile,
    isIosApp: false,
    isAndroidApp: mobile,
    isPhone: mobile,
    isTablet: false,
    isMacOS: false,
    isWin: false,
    isLinux: !mobile,
    isSafari: false,
    resourcePathPrefix: `${window.location.origin}/`,
  };
}

/**
 * The `require` a plugin gets: the app's own module and no other. There is no Node in the page, as on a phone, in
 * neither mode.
 */
export function requireFor(modules: Readonly<Record<string, unknown>>): (name: string) => unknown {
  return (name) => {
    if (name in modules) return modules[name];
    if (/^(?:node:|electron$|fs|path|os|crypto|child_process|http)/.test(name)) throw new Error(`Cannot find module '${name}'`);
    throw new NotImplementedError(`require('${name}')`);
  };
}
