import type { App } from 'obsidian';
import type { Spending } from '../llm/spending';
import type { Log } from '../log';
import type { PipelinePorts } from '../pipeline';
import type { Settings } from '../settings';
import { settingsFor } from '../settings/settings-for';
import type { DocumentWorker } from '../workers/document/client';
import type { AppInboxVault } from './inbox-vault';
import type { AppKnownNotes } from './known-notes';
import type { Memory } from './memory';
import type { AppModels } from './models';
import { AppNoteWriter } from './note-writer';
import { AppPdfViewer } from './pdf-viewer';
import type { Questions, StagesUi } from './stages-ui';
import { mostUsedTags } from './vault-words';

/** The plugin's objects and functions that the pipeline uses. */
export interface PipelineParts extends Pick<
  Memory,
  'hashes' | 'leftOut' | 'inFlight' | 'patience' | 'growing'
> {
  readonly settings: () => Settings;
  readonly vault: AppInboxVault;
  readonly notes: AppKnownNotes;
  readonly isUntouched: PipelinePorts['isUntouched'];
  /** Called before a new note is created, with the hash of its PDF and the text of the note. */
  readonly onNewNote: (sha256: string, text: string) => Promise<void>;
  /** Called before a note is updated, with the hash of its PDF and the text before and after the update. */
  readonly onUpdate: (sha256: string, before: string, after: string) => Promise<void>;
  readonly isInInbox: (pdfPath: string) => boolean;
  readonly worker: DocumentWorker;
  readonly models: AppModels;
  readonly spending: Spending;
  /** See `PipelinePorts.mustStayOnDevice`. */
  readonly mustStayOnDevice: (pdfPath: string) => boolean;
  readonly readsTwice: () => boolean;
  readonly sizeLimits: PipelinePorts['sizeLimits'];
  readonly questions: Questions;
  readonly ui: Pick<StagesUi, 'fail'>;
  readonly log: Log;
  /** Returns the number of PDFs that wait behind the current one. */
  readonly waitingCount: () => number;
}

/** Implements the pipeline's ports with the app. */
export function pipelinePorts(app: App, parts: PipelineParts): PipelinePorts {
  const { settings, vault, notes, hashes, leftOut, patience, growing, isUntouched, inFlight, isInInbox } =
    parts;
  const {
    worker,
    models,
    spending,
    mustStayOnDevice,
    readsTwice,
    questions,
    ui,
    log,
    waitingCount,
    sizeLimits,
  } = parts;
  const onTrouble = (failure: unknown): void => ui.fail(failure);
  const writer = new AppNoteWriter(
    app,
    worker.maker,
    settings,
    new AppPdfViewer(app),
    onTrouble,
    parts.onNewNote,
    parts.onUpdate,
  );
  return {
    vault,
    notes,
    hashes,
    leftOut,
    patience,
    growing,
    isUntouched,
    inFlight,
    isInInbox,
    sizeLimits,
    extractor: worker.extractor,
    engine: worker.engine,
    passwords: questions.passwords,
    writer,
    changesSince: async (notePath, pdf, signal) => {
      const note = app.vault.getFileByPath(notePath);
      return note === null ? null : worker.comparer.compare(pdf, await app.vault.cachedRead(note), signal);
    },
    mustStayOnDevice,
    model: () => models.model(),
    reader: () => models.reader(),
    readsTwice,
    options: async (pdfPath) => {
      const own = settingsFor(settings(), pdfPath);
      const hasUse = own.provider !== 'offline' && (own.tagPolicy === 'prefer' || own.tagPolicy === 'only');
      const knownTags = own.tagsToModel && hasUse ? await mostUsedTags(app) : [];
      return {
        instructions: own.prompt,
        outputLanguage: own.outputLanguage,
        fields: own.ownFields,
        knownTags,
      };
    },
    allowance: () => ({
      confirmAbove: settings().confirmAboveTokens,
      daily: settings().dailyTokenLimit,
      spentToday: spending.today,
      renewsAt: spending.renewsAt,
    }),
    askCost: questions.askCost,
    askImages: questions.askImages,
    waitingCount,
    now: () => new Date(),
    onSideFailure: (failure) => log.failure(failure),
  };
}
