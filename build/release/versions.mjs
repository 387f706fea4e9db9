/**
 * The rules of a release: which files contain the version, and which placeholders must be replaced.
 */

/**
 * Placeholders for data that only the person who publishes can provide. RELEASING.md explains each of them.
 * @type {readonly string[]}
 */
export const PLACEHOLDERS = ['{{OWNER}}', '{{REPOSITORY}}', '{{CONTACT}}'];

/**
 * The text of each file that a release depends on, by its path in the repository.
 * @typedef {Readonly<Record<string, string>>} ReleaseFiles
 */

const VERSION_FILES = ['manifest.json', 'package.json', 'package-lock.json', 'versions.json', 'CHANGELOG.md'];

const PLACEHOLDER_FILES = [
  'manifest.json',
  'package.json',
  'README.md',
  'README.zh-CN.md',
  'SECURITY.md',
  'CODE_OF_CONDUCT.md',
  '.github/ISSUE_TEMPLATE/config.yml',
];

/** All files that `releaseProblems` reads. */
export const RELEASE_FILES = [...new Set([...VERSION_FILES, ...PLACEHOLDER_FILES])];

/**
 * Lists the reasons why a version must not be released.
 * @param {string} version The version, which is also the tag.
 * @param {ReleaseFiles} files
 * @param {{ readonly allowPlaceholders: boolean }} options
 * @returns {string[]} Sentences for the person who releases.
 * @throws SyntaxError when a JSON file is not valid
 */
export function releaseProblems(version, files, { allowPlaceholders }) {
  if (!/^\d+\.\d+\.\d+$/.test(version))
    return [`"${version}" is not a version such as 1.0.0. The tag must not have a "v" or a suffix.`];
  const manifest = JSON.parse(textOf(files, 'manifest.json'));
  const lock = JSON.parse(textOf(files, 'package-lock.json'));
  const minimum = JSON.parse(textOf(files, 'versions.json'))[version];
  const named = {
    'manifest.json': manifest.version,
    'package.json': JSON.parse(textOf(files, 'package.json')).version,
    'package-lock.json': lock.version,
    'package-lock.json (packages)': lock.packages?.['']?.version,
  };
  const problems = Object.entries(named)
    .filter(([, found]) => found !== version)
    .map(([name, found]) => `${name} contains version ${String(found)} instead of ${version}.`);
  if (minimum === undefined) problems.push(`versions.json has no entry for ${version}.`);
  else if (minimum !== manifest.minAppVersion)
    problems.push(
      `versions.json contains app version ${minimum}, manifest.json contains ${manifest.minAppVersion}.`,
    );
  if (releaseNotes(version, textOf(files, 'CHANGELOG.md')) === '')
    problems.push(`CHANGELOG.md has no section "## ${version}" with text.`);
  return allowPlaceholders ? problems : [...problems, ...placeholderProblems(files)];
}

/**
 * Returns the text below the heading of a version in the changelog, or an empty string.
 * @param {string} version
 * @param {string} changelog
 */
export function releaseNotes(version, changelog) {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.split(/[\s\]]/)[0]?.replace('[', '') === version);
  return section === undefined ? '' : section.slice(section.indexOf('\n') + 1).trim();
}

/** @param {ReleaseFiles} files */
function placeholderProblems(files) {
  return PLACEHOLDER_FILES.flatMap((path) =>
    PLACEHOLDERS.filter((placeholder) => textOf(files, path).includes(placeholder)).map(
      (placeholder) => `${path} still contains ${placeholder}. RELEASING.md describes the correct value.`,
    ),
  );
}

/**
 * @param {ReleaseFiles} files
 * @param {string} path
 */
function textOf(files, path) {
  const text = files[path];
  if (text === undefined) throw new Error(`The file ${path} is missing.`);
  return text;
}
