import { describe, expect, it } from 'vitest';
import { releaseNotes, releaseProblems } from '../../../build/release/versions.mjs';

const changelog = '# Changes\n\n## Unreleased\n\n## [1.2.3] - 2031-05-06\n\nText.\n\n## 1.2.2\n\nOlder.\n';

/** Returns the files of a correct release 1.2.3. `changes` replaces or adds files. */
function filesWith(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    'manifest.json': '{ "version": "1.2.3", "minAppVersion": "1.13.0" }',
    'package.json': '{ "version": "1.2.3" }',
    'package-lock.json': '{ "version": "1.2.3", "packages": { "": { "version": "1.2.3" } } }',
    'versions.json': '{ "1.2.3": "1.13.0" }',
    'CHANGELOG.md': changelog,
    'README.md': '',
    'README.zh-CN.md': '',
    'SECURITY.md': '',
    'CODE_OF_CONDUCT.md': '',
    '.github/ISSUE_TEMPLATE/config.yml': '',
    ...changes,
  };
}

const strict = { allowPlaceholders: false };

describe('releaseProblems', () => {
  it('a release has no problem if all files agree', () => {
    expect(releaseProblems('1.2.3', filesWith(), strict)).toEqual([]);
  });

  it.each([
    [
      'manifest.json',
      '{ "version": "1.2.4", "minAppVersion": "1.13.0" }',
      'manifest.json contains version 1.2.4',
    ],
    ['package.json', '{ "version": "1.2.2" }', 'package.json contains version 1.2.2'],
    ['package-lock.json', '{ "version": "1.2.3", "packages": {} }', 'package-lock.json (packages) contains'],
    ['versions.json', '{ "1.2.2": "1.13.0" }', 'versions.json has no entry'],
    ['versions.json', '{ "1.2.3": "1.12.0" }', 'versions.json contains app version 1.12.0'],
    ['CHANGELOG.md', '# Changes\n\n## 1.2.3\n\n## 1.2.2\n\nOlder.\n', 'CHANGELOG.md has no section'],
    ['CODE_OF_CONDUCT.md', 'Write to {{CONTACT}}.', 'CODE_OF_CONDUCT.md still contains {{CONTACT}}'],
  ])('releaseProblems reports the problem in %s (case %#)', (path, text, expected) => {
    const problems = releaseProblems('1.2.3', filesWith({ [path]: text }), strict);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(expected);
  });

  it('a version that is not three numbers counts as a problem', () => {
    for (const version of ['v1.2.3', '1.2.3-beta', '1.2', ''])
      expect(releaseProblems(version, filesWith(), strict)).toHaveLength(1);
  });

  it('a placeholder in a file is no problem if placeholders are allowed', () => {
    const files = filesWith({ 'CODE_OF_CONDUCT.md': 'Write to {{CONTACT}}.' });
    expect(releaseProblems('1.2.3', files, { allowPlaceholders: true })).toEqual([]);
  });
});

describe('releaseNotes', () => {
  it('releaseNotes returns only the section of the requested version', () => {
    expect(releaseNotes('1.2.3', changelog)).toBe('Text.');
    expect(releaseNotes('1.2.2', changelog)).toBe('Older.');
    expect(releaseNotes('1.2', changelog)).toBe('');
  });
});
