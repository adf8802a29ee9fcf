import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Project } from '../../core/project/project';
import { createFault, fail, ok, type Fault, type Result } from '../../core/result';
import { ensureFolder, replaceFile } from '../durable-file';
import { writeFault } from '../file-fault';
import { loadProject } from '../load-project';
import { mergeFolder, planMerge, type MergedFiles, type PlannedFiles } from '../merge-folder';
import { fillNewFolder } from '../new-folder';
import { inPassingFolder } from '../passing-folder';
import { readPack, type Pack, type PackedFiles } from './pack-file';
import type { PackHead } from './pack-format';

/** Makes the project of a coder's pack in a folder that is missing or empty. */
export async function openCoderPack(path: string, folder: string): Promise<Result<PackHead>> {
  const pack = await readPack(path);
  if (!pack.ok) return pack;
  const { head, files } = pack.value;
  if (head.kind !== 'coder') return fail(createFault('pack.fault.isReturn', { path }));
  const target = resolve(folder);
  const rest = [...files].filter(([name]) => name !== 'project.json' && name !== '.gitattributes');
  const last = [...files].filter(([name]) => name === 'project.json');
  const made = await fillNewFolder(
    target,
    [...rest, ...last].map(
      ([name, bytes]) =>
        () =>
          write(target, name, bytes),
    ),
  );
  if (!made.ok) return made;
  const loaded = await loadProject(target, undefined);
  return loaded.ok ? ok(head) : loaded;
}

/**
 * Brings what a pack holds into the project that it was made of, as `mergeFolder` does. Refused, with nothing done: a pack
 * of another project. Texts that are others here are to be held before (`findOtherTexts`). It is unpacked in a folder below
 * `below`.
 */
export function mergePack(
  folder: string,
  project: Project,
  path: string,
  below = tmpdir(),
): Promise<Result<MergedFiles>> {
  return unpacked(project, path, below, (scratch) => mergeFolder(folder, scratch));
}

/** What `mergePack` would add once what is `planned` is there; it is unpacked in a folder below `below`. */
export function planPack(
  folder: string,
  project: Project,
  path: string,
  planned: PlannedFiles,
  below: string,
): Promise<Result<PlannedFiles>> {
  return unpacked(project, path, below, (scratch) => planMerge(folder, scratch, planned));
}

/** Lets `use` work with what a return pack of this project holds, in a folder that is thrown away. */
async function unpacked<Value>(
  project: Project,
  path: string,
  below: string,
  use: (scratch: string) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const pack = await readPack(path);
  if (!pack.ok) return pack;
  const wrong = whyNot(project, pack.value, path);
  if (wrong !== undefined) return fail(wrong);
  return inPassingFolder('pack', below, async (scratch) => {
    try {
      for (const [name, bytes] of toMerge(pack.value.files)) {
        const written = await write(scratch, name, bytes);
        if (!written.ok) return written;
      }
      return await use(scratch);
    } catch (error) {
      return fail(writeFault(error, scratch));
    }
  });
}

function whyNot(project: Project, { head }: Pack, path: string): Fault | undefined {
  if (head.kind !== 'return') return createFault('pack.fault.isCoder', { path });
  if (head.projectId !== project.id) {
    const titles = { there: head.title, here: project.title };
    return createFault('pack.fault.otherProject', { path, ...titles });
  }
  return undefined;
}

/** What there is to merge: who the project is, what was done, and texts that were added. Sets are made from it. */
function toMerge(files: PackedFiles): readonly (readonly [string, Uint8Array])[] {
  return [...files].filter(
    ([name]) =>
      name === 'project.json' || name.endsWith('.jsonl') || /^(?:documents|sources)\//u.test(name),
  );
}

/** Writes a file below `folder`, which is there, and the folders on the way to it. */
async function write(folder: string, name: string, bytes: Uint8Array): Promise<Result<undefined>> {
  const steps = name.split('/');
  for (let depth = 1; depth < steps.length; depth += 1) {
    const made = await ensureFolder(join(folder, ...steps.slice(0, depth)));
    if (!made.ok) return made;
  }
  return replaceFile(join(folder, ...steps), bytes);
}
