import { systemClock } from '../clock';
import type { DeviceStore } from '../device-store';
import { Declined } from '../inbox/declined';
import { FolderJobs } from '../inbox/folder-jobs';
import { Growing } from '../inbox/growing';
import { History } from '../inbox/history';
import { HashMemory } from '../inbox/identify';
import { InFlight } from '../inbox/in-flight';
import { LeftOut } from '../inbox/left-out';
import { Patience } from '../inbox/patience';
import { WatchedFolders } from '../inbox/watched-folders';
import { Approvals } from '../settings/approvals';
import type { SettingsStore } from '../settings/store';
import { DeviceSwitch } from './device-switch';

/**
 * What the plugin remembers about PDFs and about the user's decisions. The parts of the plugin share these
 * objects.
 */
export interface Memory {
  // The following objects store their data on the device.
  readonly device: DeviceStore;
  readonly hashes: HashMemory;
  readonly leftOut: LeftOut;
  readonly inFlight: InFlight;
  readonly declined: Declined;
  readonly watched: WatchedFolders;
  /** Remembers which folder is being digested. */
  readonly folderJobs: FolderJobs;
  readonly automatic: DeviceSwitch;
  /** The record of the settings that the user has approved on this device. */
  readonly approvals: Approvals;
  // The following objects keep their data only until the plugin is unloaded.
  readonly history: History;
  readonly patience: Patience;
  readonly growing: Growing;
}

export function openMemory(device: DeviceStore, store: SettingsStore): Memory {
  const approvals = new Approvals(store, device);
  return {
    device,
    hashes: new HashMemory(device),
    leftOut: new LeftOut(device, systemClock),
    inFlight: new InFlight(device),
    declined: new Declined(device),
    watched: new WatchedFolders(device, store.isNew || store.isUnreadable ? [] : approvals.approvedFolders),
    folderJobs: new FolderJobs(device),
    automatic: new DeviceSwitch(device),
    approvals,
    history: new History(),
    patience: new Patience(),
    growing: new Growing(() => Date.now()),
  };
}
