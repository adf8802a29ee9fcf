import { createFault, fail, ok, type Result } from '../core/result';
import type { AddedTexts } from '../ipc/contract';
import { prepareTexts } from '../storage/prepare-texts';
import { createDocumentId, now } from './identity';
import type { ProjectHost } from './project-host';

/** Adds files, and the texts in folders, to the open project: one step to undo. What was refused is in the notices. */
export function addTexts(host: ProjectHost, paths: readonly string[]): Promise<Result<AddedTexts>> {
  return host.inTurn(async () => {
    const { session } = host;
    if (session === undefined) return fail(createFault('main.fault.noProject'));
    const { texts, notices } = await prepareTexts(paths, {
      known: session.project.documents,
      at: now(),
      createId: createDocumentId,
    });
    const added = await session.addTexts(texts);
    if (!added.ok) return added;
    if (added.value !== undefined) host.announce(ok(added.value));
    return ok({ documentIds: texts.map(({ document }) => document.id), notices });
  });
}
