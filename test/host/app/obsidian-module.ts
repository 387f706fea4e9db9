import type { BootData } from '../protocol';
import { normalizePath } from '../vault-path';
import { DataAdapter } from './adapter';
import { App } from './app';
import { Component } from './component';
import { debounce } from './debounce';
import type { DriverClient } from './driver-client';
import * as encoding from './encoding';
import { Events } from './events';
import { FileManager } from './file-manager';
import { FileView } from './file-view';
import { TAbstractFile, TFile, TFolder } from './files';
import { getLinkpath, parseLinktext } from './link-resolver';
import type { CachedMetadata } from './markdown-cache';
import { MetadataCache } from './metadata-cache';
import { NotImplementedError, refuseUnknownMembers, strict } from './not-implemented';
import { loadPdfJs } from './pdf-viewer-library';
import { apiVersion, platformOf, requireApiVersion } from './platform';
import { Plugin } from './plugin';
import { makeRequestUrl } from './request-url';
import { SecretStorage } from './secret-storage';
import * as reading from './reading';
import * as ui from './ui';
import { Vault } from './vault';
import { MarkdownView } from './views';
import { Workspace } from './workspace';
import { WorkspaceSplit } from './workspace-items';
import { WorkspaceLeaf } from './workspace-leaf';
import * as yaml from './yaml';

/**
 * The exports that get a name with `_` here are not passed to plugins. Only the imitation of the app uses
 * them.
 */
const {
  mountShell: _mount,
  CommandPalette: _palette,
  SettingsWindow: _window,
  LeafFrame: _frame,
  ...shown
} = ui;
const { sanitizeHTMLToDom, MarkdownRenderChild, MarkdownRenderer } = reading;

/** The classes of the app itself. Reading a missing member of an instance throws. */
const appClasses = {
  App,
  FileManager,
  MetadataCache,
  SecretStorage,
  Vault,
  Workspace,
  WorkspaceLeaf,
  WorkspaceSplit,
};

/** Creates the result of `require('obsidian')`. Reading a missing name throws. */
export function makeObsidianModule(driver: DriverClient, boot: BootData): object {
  for (const [name, type] of Object.entries({ ...appClasses, DataAdapter })) refuseUnknownMembers(type, name);
  const requestUrl = makeRequestUrl(driver);
  const members = {
    ...shown,
    ...appClasses,
    ...encoding,
    Component,
    Events,
    FileView,
    MarkdownRenderChild,
    MarkdownRenderer,
    MarkdownView,
    Platform: strict(platformOf(boot.mobile), 'Platform'),
    Plugin,
    TAbstractFile,
    TFile,
    TFolder,
    apiVersion,
    debounce,
    getAllTags,
    getFrontMatterInfo: yaml.getFrontMatterInfo,
    getLanguage: () => boot.language,
    getLinkpath,
    htmlToMarkdown: () => {
      throw new NotImplementedError('htmlToMarkdown');
    },
    loadPdfJs,
    normalizePath,
    parseFrontMatterAliases: yaml.parseFrontMatterAliases,
    parseFrontMatterEntry: yaml.parseFrontMatterEntry,
    parseFrontMatterStringArray: yaml.parseFrontMatterStringArray,
    parseFrontMatterTags: yaml.parseFrontMatterTags,
    parseLinktext,
    parseYaml: yaml.parseYaml,
    request: async (request: Parameters<typeof requestUrl>[0]) => (await requestUrl(request)).text,
    requestUrl,
    requireApiVersion,
    sanitizeHTMLToDom,
    stringifyYaml: yaml.stringifyYaml,
  };
  return strict(members, 'obsidian');
}

function getAllTags(cache: CachedMetadata): string[] | null {
  const written = cache.tags?.map(({ tag }) => tag) ?? [];
  return [...written, ...(yaml.parseFrontMatterTags(cache.frontmatter) ?? [])];
}
