import { basename, dirname } from 'node:path';
import type { AnnotationId, CoderId } from '../../core/ids';
import type { Merged } from '../../core/merging/merged';
import { deviceOf } from '../../core/journal/stamp';
import { devicesIn } from '../journal/checkpoint';
import { whoseAct } from '../journal/read-journals';
import type { LoadedProject } from '../load-project';
import type { NewFile } from '../merge-folder';

/**
 * Of coders who had worked here or sent something, the annotations that come from a device that is new; of others, those
 * that come from another device than the first of several packs or copies has. Two people may have taken one coder.
 */
export function findFromElsewhere(
  before: LoadedProject,
  after: LoadedProject,
  journals: readonly NewFile[],
): Merged['fromElsewhere'] {
  const known = devicesOf(before);
  const strange = new Map<CoderId, ReadonlySet<string>>();
  for (const [coderId, devices] of devicesOf(after)) {
    const here = known.get(coderId) ?? devicesOfFirst(coderId, devices, journals);
    const others = [...devices].filter((device) => !here.has(device));
    if (others.length > 0) strange.set(coderId, new Set(others));
  }
  const found = new Map<CoderId, Set<AnnotationId>>();
  for (const act of strange.size === 0 ? [] : after.journals.folder) {
    const { coderId, stamp } = whoseAct(act);
    if (strange.get(coderId)?.has(deviceOf(stamp)) !== true) continue;
    const ids = found.get(coderId) ?? new Set<AnnotationId>();
    found.set(coderId, ids);
    for (const change of act.entry.changes) {
      if ('put' in change && change.put[0] === 'annotation') ids.add(change.put[1] as AnnotationId);
    }
  }
  return found;
}

/** Of a coder of whom nothing was here: at which devices was done what the first of the packs or copies brings. */
function devicesOfFirst(
  coderId: CoderId,
  devices: ReadonlySet<string>,
  journals: readonly NewFile[],
): ReadonlySet<string> {
  const own = journals.filter(({ path }) => basename(dirname(path)) === coderId);
  const first = own.filter(({ from }) => from === own[0]?.from).map(({ path }) => basename(path));
  const found = [...devices].filter((device) =>
    first.some((name) => name.startsWith(`journal-${device}`)),
  );
  return found.length === 0 ? devices : new Set(found);
}

function devicesOf({ journals, before }: LoadedProject): ReadonlyMap<CoderId, ReadonlySet<string>> {
  const found = new Map(before.devices);
  for (const [coderId, devices] of devicesIn(journals.folder)) {
    found.set(coderId, new Set([...(found.get(coderId) ?? []), ...devices]));
  }
  return found;
}
