import { basename, dirname } from 'node:path';
import type { AnnotationId, CoderId, TeamActId } from '../../core/ids';
import type { RecordKind } from '../../core/journal/record';
import { deviceOf, isAdoption } from '../../core/journal/stamp';
import { marksApart } from '../../core/merging/marks-apart';
import type { FromElsewhere } from '../../core/merging/merged';
import type { Project } from '../../core/project/project';
import { allAnnotations } from '../../core/project/uses';
import { peopleAmong } from '../../core/verdict/gold-coder';
import { devicesIn } from '../journal/checkpoint';
import { readBeside } from '../journal/journal-beside';
import { parseJournals, whoseAct, type FoundAct } from '../journal/read-journals';
import type { LoadedProject } from '../load-project';
import type { NewFile } from '../merge-folder';

/**
 * Of coders who had worked here or sent something, what comes from a device that is new; of others, what comes from another
 * device than the first of several packs or copies has. Two people may have taken one coder.
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
  const come = strange.size === 0 ? [] : newActs(before, after.journals.folder);
  const found = [...strange].map(([coderId, devices]): FromElsewhere => {
    const acts = after.journals.folder.filter((act) => isOf(act, coderId, devices));
    return { coderId, ...doneIn(before.project, coderId, acts, come) };
  });
  return [...found, ...findGivenBefore(before, journals)];
}

/** Those of `acts` that were not known before. */
export function newActs(
  { journals }: Pick<LoadedProject, 'journals'>,
  acts: readonly FoundAct[],
): readonly FoundAct[] {
  const known = new Set(journals.folder.map(({ entry }) => entry.stamp));
  return acts.filter(({ entry }) => !known.has(entry.stamp));
}

/** What `acts` did as this coder; `come` are all that nothing was known of. */
function doneIn(
  before: Project,
  coderId: CoderId,
  acts: readonly FoundAct[],
  come: readonly FoundAct[],
): Omit<FromElsewhere, 'coderId'> {
  const theirs = new Set(acts);
  // What a device took over from the files was there before its first act.
  const done = acts.filter(({ entry: { stamp } }) => !isAdoption(stamp));
  const others = come.filter((act) => !theirs.has(act));
  const entriesOf = (of: readonly FoundAct[]) => of.map(({ entry }) => entry);
  return {
    annotationIds: new Set(putIn(acts, 'annotation') as AnnotationId[]),
    marks: marksApart(before, coderId, entriesOf(done), entriesOf(others)),
    teamActIds: new Set(putIn(done, 'team-act') as TeamActId[]),
  };
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
  const come = newActs({ journals: known }, acts);
  const found = new Map<string, FromElsewhere>();
  for (const act of acts) {
    const { coderId, stamp } = whoseAct(act);
    for (const id of putIn([act], 'annotation')) {
      const otherId = owners.get(id as AnnotationId);
      if (otherId === undefined || otherId === coderId || worked.has(otherId)) continue;
      const devices = new Set([deviceOf(stamp)]);
      const key = `${coderId} ${otherId}`;
      if (found.has(key)) continue;
      const theirs = acts.filter((one) => isOf(one, coderId, devices));
      found.set(key, { coderId, otherId, ...doneIn(project, coderId, theirs, come) });
    }
  }
  return [...found.values()];
}

function isOf(act: FoundAct, coderId: CoderId, devices: ReadonlySet<string>): boolean {
  const whose = whoseAct(act);
  return whose.coderId === coderId && devices.has(deviceOf(whose.stamp));
}

function putIn(acts: readonly FoundAct[], kind: RecordKind): readonly string[] {
  return acts.flatMap(({ entry }) =>
    entry.changes.flatMap((change) =>
      'put' in change && change.put[0] === kind ? [change.put[1]] : [],
    ),
  );
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
