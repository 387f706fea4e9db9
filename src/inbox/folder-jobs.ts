import type { DeviceStore } from '../device-store';

/** Describes which of the new PDFs to process. */
export interface Choice {
  readonly subfolders: boolean;
  readonly locked: boolean;
  readonly large: boolean;
  /** A file above this size is large. The size is in MB (a million bytes). */
  readonly limit: number;
}

/**
 * Selects everything except very large files, which are rarely documents. Several hundred scanned pages
 * still fit into 50 MB.
 */
export const usualChoice: Choice = { subfolders: true, locked: true, large: false, limit: 50 };

/** A folder that is being processed. */
export interface FolderJob {
  readonly folder: string;
  readonly choice: Choice;
}

const storeKey = 'pdf-inbox-folder-job';

/** Stores on the device which folder is being processed, so that the work continues after a restart. */
export class FolderJobs {
  constructor(private readonly store: DeviceStore) {}

  /** Returns the unfinished job, or null when there is none. */
  load(): FolderJob | null {
    const stored = this.store.load(storeKey);
    return isJob(stored) ? stored : null;
  }

  /** Stores a job; null means that the stored job is finished. */
  save(job: FolderJob | null): void {
    if (job !== null || this.load() !== null) this.store.save(storeKey, job);
  }
}

function isJob(value: unknown): value is FolderJob {
  if (typeof value !== 'object' || value === null || !('folder' in value) || !('choice' in value))
    return false;
  const { folder, choice } = value;
  if (typeof folder !== 'string' || typeof choice !== 'object' || choice === null) return false;
  return Object.entries(usualChoice).every(([key, like]) => typeof Reflect.get(choice, key) === typeof like);
}
