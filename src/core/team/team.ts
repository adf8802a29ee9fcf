import type { CoderId, DocumentId } from '../ids';
import type { TeamAct } from './team-act';

/** What the acts of a team come to. */
export interface Team {
  /** Nobody sees others' annotations on a document before having finished it. */
  readonly isBlind: boolean;
  /** Who is to code what; a document that was never assigned has no entry. */
  readonly assigned: ReadonlyMap<DocumentId, ReadonlySet<CoderId>>;
  /** Whether this coder has read another's annotations on a document in a file. */
  hasRead(reader: CoderId, whose: CoderId, documentId: DocumentId): boolean;
}

const known = new WeakMap<readonly TeamAct[], Team>();

/**
 * Acts in the order of `compareTeamActs`. Where nothing was ever settled about it, a team is not blind: so work from
 * before there was blind coding does not vanish from anybody's eyes. New projects begin with an act that makes them blind.
 */
export function teamOf(acts: readonly TeamAct[]): Team {
  const found = known.get(acts);
  if (found !== undefined) return found;
  const made = foldActs(acts);
  known.set(acts, made);
  return made;
}

function foldActs(acts: readonly TeamAct[]): Team {
  let isBlind = false;
  const assigned = new Map<DocumentId, Set<CoderId>>();
  const read = new Set<string>();
  const assign = (documentIds: readonly DocumentId[], coderIds: readonly CoderId[]): void => {
    for (const id of documentIds)
      assigned.set(id, new Set([...(assigned.get(id) ?? []), ...coderIds]));
  };
  for (const { coderId, deed } of acts) {
    switch (deed.kind) {
      case 'blind':
        ({ isBlind } = deed);
        break;
      case 'assign':
        if (deed.isAssigned) assign(deed.documentIds, deed.coderIds);
        else
          for (const id of deed.documentIds)
            for (const coder of deed.coderIds) assigned.get(id)?.delete(coder);
        break;
      case 'sample':
        assign(deed.drawn, deed.coderIds);
        break;
      case 'import':
        for (const whose of deed.coderIds)
          for (const id of deed.documentIds) read.add(readKey(coderId, whose, id));
        break;
      case 'reopen':
      case 'snapshot':
        break;
    }
  }
  return {
    isBlind,
    assigned,
    hasRead: (reader, whose, documentId) => read.has(readKey(reader, whose, documentId)),
  };
}

function readKey(reader: CoderId, whose: CoderId, documentId: DocumentId): string {
  return `${reader}/${whose}/${documentId}`;
}
