import { apiVersion, getLanguage, Platform, type PluginManifest } from 'obsidian';
import { diagnosticsText, type Diagnosis } from '../diagnostics';

type Surroundings = Pick<Diagnosis, 'pluginVersion' | 'appVersion' | 'platform' | 'language'>;

/** What a report says of the plugin, the app and the device. */
export function surroundings({ version: pluginVersion }: PluginManifest): Surroundings {
  return { pluginVersion, appVersion: apiVersion, platform: platformName(), language: getLanguage() };
}

/** Puts the report into the clipboard. @throws when the engine does not let it */
export async function copyDiagnostics(diagnosis: Diagnosis): Promise<void> {
  await navigator.clipboard.writeText(diagnosticsText(diagnosis));
}

function platformName(): string {
  const { isDesktopApp, isPhone, isTablet } = Platform;
  const device = isPhone ? 'phone' : isTablet ? 'tablet' : isDesktopApp ? 'desktop' : 'other device';
  return `${device}, ${systemName()}`;
}

/** iPhones and iPads say that they are Macs, too. */
function systemName(): string {
  if (Platform.isIosApp) return 'iOS';
  if (Platform.isAndroidApp) return 'Android';
  if (Platform.isMacOS) return 'macOS';
  if (Platform.isWin) return 'Windows';
  return Platform.isLinux ? 'Linux' : 'other system';
}
