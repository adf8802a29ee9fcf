import { basename, dirname } from 'node:path';
import type { AnnotationId, CoderId } from '../../core/ids';
import type { FromElsewhere } from '../../core/merging/merged';
import { deviceOf } from '../../core/journal/stamp';
import { allAnnotations } from '../../core/project/uses';
import { peopleAmong } from '../../core/verdict/gold-coder';
import { devicesIn } from '../journal/checkpoint';
import { readBeside } from '../journal/journal-beside';
import { parseJournals, whoseAct, type FoundAct } from '../journal/read-journals';
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
): readonly FromElsewhere[] {
  const known = devicesOf(before);
  const strange = new Map<CoderId, ReadonlySet<string>>();
  for (const [coderId, devices] of devicesOf(after)) {
    const here = known.get(coderId) ?? devicesOfFirst(coderId, devices, journals);
    const others = [...devices].filter((device) => !here.has(device));
    if (others.length > 0) strange.set(coderId, new Set(others));
  }
  const found: FromElsewhere[] = [...strange].map(([coderId, devices]) => {
    const acts = after.journals.folder.filter((act) => isOf(act, coderId, devices));
    return { coderId, annotationIds: madeIn(acts) };
  });
  return [...found, ...findGivenBefore(before, journals)];
}

/** Of computers whose work was given to a coder of its own before, what still says that it is the first one's. */
function findGivenBefore(
  { project, journals: known, before }: LoadedProject,
  journals: readonly NewFile[],
): readonly FromElsewhere[] {
  // Who was made for somebody's work has done nothing, so in most projects there is nothing to look for.
  const worked = devicesOf({ journals: known, before });
  if (peopleAmong(project.coders).every(({ id }) => worked.has(id))) return [];
  const read = readBeside(journals, new Map());
  const { acts } = parseJournals(read?.journals ?? [], new Set(), []);
  const owners = new Map(allAnnotations(project).map((one) => [one.id, one.coderId]));
  const found = new Map<string, FromElsewhere>();
  for (const act of acts) {
    const { coderId, stamp } = whoseAct(act);
    for (const id of madeIn([act])) {
      const otherId = owners.get(id);
      if (otherId === undefined || otherId === coderId || worked.has(otherId)) continue;
      const devices = new Set([deviceOf(stamp)]);
      const annotationIds = madeIn(acts.filter((one) => isOf(one, coderId, devices)));
      const key = `${coderId} ${otherId}`;
      if (!found.has(key)) found.set(key, { coderId, annotationIds, otherId });
    }
  }
  return [...found.values()];
}

function isOf(act: FoundAct, coderId: CoderId, devices: ReadonlySet<string>): boolean {
  const whose = whoseAct(act);
  return whose.coderId === coderId && devices.has(deviceOf(whose.stamp));
}

function madeIn(acts: readonly FoundAct[]): ReadonlySet<AnnotationId> {
  const made = acts.flatMap(({ entry }) =>
    entry.changes.flatMap((change) =>
      'put' in change && change.put[0] === 'annotation' ? [change.put[1] as AnnotationId] : [],
    ),
  );
  return new Set(made);
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

function devicesOf({
  journals,
  before,
}: Pick<LoadedProject, 'journals' | 'before'>): ReadonlyMap<CoderId, ReadonlySet<string>> {
  const found = new Map(before.devices);
  for (const [coderId, devices] of devicesIn(journals.folder)) {
    found.set(coderId, new Set([...(found.get(coderId) ?? []), ...devices]));
  }
  return found;
}
