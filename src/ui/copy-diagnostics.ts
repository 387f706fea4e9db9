import { apiVersion, getLanguage, Platform, type PluginManifest } from 'obsidian';
import type { Diagnosis } from '../diagnostics';

type Environment = Pick<Diagnosis, 'pluginVersion' | 'appVersion' | 'platform' | 'language'>;

/** Returns the versions, the platform and the language for a diagnostics report. */
export function surroundings({ version: pluginVersion }: PluginManifest): Environment {
  return { pluginVersion, appVersion: apiVersion, platform: platformName(), language: getLanguage() };
}

/**
 * Copies the diagnostics report to the clipboard.
 * @throws DOMException when clipboard access is denied
 */
export async function copyDiagnostics(diagnosis: Diagnosis): Promise<void> {
  const { diagnosticsText } = await import('../diagnostics');
  await navigator.clipboard.writeText(diagnosticsText(diagnosis));
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
