import type { DeviceId } from '../../src/core/ids';
import { contentHash } from '../../src/core/project/content-hash';
import { openSession } from '../../src/storage/open-session';

/** What is in a folder once a worker is gone. */
export interface Found {
  /** The content's hash; `refused` with the fault's code when it does not open. */
  readonly state: string;
  readonly notices: readonly string[];
}

/** Opens it as a device that does nothing, so nothing is written but what opening mends. */
export async function findState(folder: string, local?: string): Promise<Found> {
  const deviceId = 'late' as DeviceId;
  const opened = await openSession(folder, { deviceId, ...(local !== undefined && { local }) });
  if (!opened.ok) return { state: `refused ${opened.fault.code}`, notices: [] };
  const state = contentHash(opened.value.project);
  await opened.value.close();
  return { state, notices: opened.value.notices.map(({ code }) => code) };
}
