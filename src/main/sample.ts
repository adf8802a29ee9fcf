import { join } from 'node:path';
import { ok, type Result } from '../core/result';
import { createProject } from '../storage/create-project';
import { readManifest } from '../storage/sample-project';
import { createCoderId, createProjectId, now, userName } from './identity';
import { isThere } from './is-there';

/** Interrupted first starts leave half-made samples, which are left where they are; so many of them. */
const TRIES = 20;

/** The folder of the sample project below `projects`, made from the texts in `documents` if it is not there yet. */
export async function ensureSampleProject(
  projects: string,
  documents: string,
): Promise<Result<string>> {
  const at = now();
  const manifest = await readManifest(documents, at);
  if (!manifest.ok) return manifest;
  for (let n = 1; ; n += 1) {
    const folder = join(projects, n === 1 ? 'sample' : `sample-${n}`);
    if (await isThere(join(folder, 'project.json'))) return ok(folder);
    const created = await createProject(folder, {
      ...manifest.value,
      coder: { id: createCoderId(), name: userName() },
      id: createProjectId(),
      at,
    });
    if (created.ok) return ok(folder);
    if (created.fault.code !== 'storage.create.notEmpty' || n === TRIES) return created;
  }
}
