import { apiVersion, getLanguage, Platform } from 'obsidian';
import { diagnosticsText, type Diagnosis } from '../diagnostics';

type Environment = Pick<Diagnosis, 'appVersion' | 'platform' | 'language'>;

/** The facts about the plugin in a diagnostics report. */
export type Facts = Omit<Diagnosis, keyof Environment>;

/**
 * Copies the diagnostics report to the clipboard.
 * @throws DOMException when clipboard access is denied
 */
export async function copyDiagnostics(facts: Facts): Promise<void> {
  await navigator.clipboard.writeText(diagnosticsText({ ...surroundings(), ...facts }));
}

function surroundings(): Environment {
  return { appVersion: apiVersion, platform: platformName(), language: getLanguage() };
}

function platformName(): string {
  const { isDesktopApp, isPhone, isTablet } = Platform;
  const device = isPhone ? 'phone' : isTablet ? 'tablet' : isDesktopApp ? 'desktop' : 'other device';
  return `${device}, ${systemName()}`;
}

/** iOS is tested first, because `Platform.isMacOS` is also true on iPhones and iPads. */
function systemName(): string {
  if (Platform.isIosApp) return 'iOS';
  if (Platform.isAndroidApp) return 'Android';
  if (Platform.isMacOS) return 'macOS';
  if (Platform.isWin) return 'Windows';
  return Platform.isLinux ? 'Linux' : 'other system';
}
