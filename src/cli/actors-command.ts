import { t } from '../core/messages/message';
import { effectiveAttributes } from '../core/project/effective';
import type { Project } from '../core/project/project';
import { allAnnotations } from '../core/project/uses';
import { registerIndex, type Actor } from '../core/register/actor';
import { EXIT, type ExitCode } from './exit-code';
import { formatTable } from './table';
import { printJson, type Terminal } from './terminal';
import { withSession } from './with-session';

/** An entry as `postil actors --json` answers it. */
type ListedActor = Actor & {
  /** Annotations of which an attribute names it, itself or by a link. */
  readonly annotations: number;
};

export function runActors(
  terminal: Terminal,
  folder: string,
  options: { readonly json?: boolean },
): Promise<ExitCode> {
  return withSession(terminal, folder, ({ project }) => {
    const actors = listActors(project);
    if (options.json === true) printJson(terminal, actors);
    else terminal.print(formatActors(project, actors));
    return EXIT.done;
  });
}

function listActors(project: Project): readonly ListedActor[] {
  const counts = new Map<string, number>();
  for (const annotation of allAnnotations(project)) {
    const values = Object.values(effectiveAttributes(project, annotation));
    const named = new Set(values.flatMap((value) => (typeof value === 'object' ? value : [])));
    for (const id of named) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return project.actors.map((actor) => ({ ...actor, annotations: counts.get(actor.id) ?? 0 }));
}

function formatActors(project: Project, actors: readonly ListedActor[]): string {
  if (actors.length === 0) return t('cli.info.none');
  const register = registerIndex(project.actors);
  const labelOf = (id: string | undefined): string =>
    id === undefined ? '' : (register.find(id)?.label ?? id);
  const heading = [
    t('cli.info.id'),
    t('cli.info.name'),
    t('cli.actors.kind'),
    t('cli.actors.parent'),
    t('cli.info.annotations'),
    t('cli.actors.aliases'),
  ];
  const rows = actors.map(({ id, label, kind, parentId, mergedInto, annotations, aliases }) => {
    const name =
      mergedInto === undefined
        ? label
        : t('cli.actors.merged', { name: label, into: labelOf(mergedInto) });
    return [id, name, kind, labelOf(parentId), annotations, aliases.join(', ')];
  });
  return formatTable(heading, rows);
}
