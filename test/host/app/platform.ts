import { NotImplementedError } from './not-implemented';

/** The app version that the host simulates. */
export const apiVersion = '1.13.1';

/** Obsidian's `requireApiVersion`: returns whether the app has the given version or a later one. */
export function requireApiVersion(version: string): boolean {
  const required = version.split('.').map(Number);
  const own = apiVersion.split('.').map(Number);
  const at = required.findIndex((part, index) => part !== (own[index] ?? 0));
  return at < 0 || (own[at] ?? 0) > (required[at] ?? 0);
}

/** Returns Obsidian's `Platform` for a desktop app on Linux or for an Android phone. */
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
 * Creates the `require` function for plugins. It provides only `modules`. The page has no Node modules, not
 * even on the desktop.
 */
export function requireFor(modules: Readonly<Record<string, unknown>>): (name: string) => unknown {
  return (name) => {
    if (name in modules) return modules[name];
    if (/^(?:node:|electron$|fs|path|os|crypto|child_process|http)/.test(name))
      throw new Error(`Cannot find module '${name}'`);
    throw new NotImplementedError(`require('${name}')`);
  };
}
