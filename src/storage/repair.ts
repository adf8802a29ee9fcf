import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Fault, type Result } from '../core/result';
import { examineProject, type Examination } from './doctor';
import { openSession } from './open-session';
import type { ProjectSession } from './project-session';
import { isUnusable, setAside, setAsideFolder } from './set-aside';

/** What a repair did, in paths below the project's folder, and what is wrong after it. */
export interface Repair {
  /** Files that were written anew from what the journals and the other files hold. */
  readonly renewed: readonly string[];
  /** Where damaged files are now, unchanged. */
  readonly setAside: readonly string[];
  /** Why something was not done; the rest was. */
  readonly faults: readonly Fault[];
  readonly after: Examination;
}

/**
 * Brings a project's JSON files up to date, those of all coders, and moves damaged ones to `set-aside/` first. Journals
 * and texts are never touched: what is missing there can only be put back. For a project that nobody has open.
 */
export async function repairProject(folder: string, before: Examination): Promise<Result<Repair>> {
  const asideBefore = await listAside(folder);
  const opened = await openSession(folder);
  if (!opened.ok) return opened;
  const written = await writeFiles(opened.value);
  const between = await examineProject(folder);
  if (!between.ok) return between;
  const faults = [...written];
  const removed = new Set<string>();
  // A damaged file of which the journals have nothing is not written anew, and would be complained of for ever.
  for (const { file } of between.value.unusable.filter(({ fault }) => isUnusable(fault))) {
    const aside = await setAside(folder, join(folder, file));
    if (aside.ok) removed.add(file);
    else faults.push(aside.fault);
  }
  const after = await examineProject(folder);
  if (!after.ok) return after;
  const wrong = new Set([...filesOf(after.value), ...removed]);
  return ok({
    renewed: filesOf(before).filter((file) => !wrong.has(file)),
    setAside: (await listAside(folder)).filter((file) => !asideBefore.includes(file)),
    faults,
    after: after.value,
  });
}

/** Closes the session when all coders' files were written, or could not be. */
async function writeFiles(session: ProjectSession): Promise<readonly Fault[]> {
  const faults = new Map<string, Fault>();
  for (const coder of session.project.coders) {
    session.workAs(coder.id);
    await session.settled();
    const state = session.saveState;
    const fault = state.kind === 'saved' ? state.folder : undefined;
    if (fault !== undefined) faults.set(fault.text, fault);
  }
  const closed = await session.close();
  if (!closed.ok) faults.set(closed.fault.text, closed.fault);
  return [...faults.values()];
}

function filesOf({ unusable, stale }: Examination): readonly string[] {
  return [...unusable.map(({ file }) => file), ...stale];
}

async function listAside(folder: string): Promise<readonly string[]> {
  const names = await readdir(setAsideFolder(folder)).catch(() => []);
  return names.sort().map((name) => `set-aside/${name}`);
}
