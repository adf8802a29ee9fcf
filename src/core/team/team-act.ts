import type { CoderId, DocumentId, TeamActId, Timestamp } from '../ids';

/** By what a sample is drawn evenly: nothing, or one of the facts that a document may have. */
export const STRATA = ['none', 'genre', 'year', 'source'] as const;
export type Stratum = (typeof STRATA)[number];

/** How the documents were drawn that several coders code, so that it can be said and drawn again. */
export interface Sample {
  readonly seed: number;
  /** Of the documents it was drawn from, above 0 and at most 1. */
  readonly share: number;
  readonly strata: Stratum;
  /** What it was drawn from, in the order of the corpus then. */
  readonly from: readonly DocumentId[];
  readonly drawn: readonly DocumentId[];
  /** Who was to code what was drawn. */
  readonly coderIds: readonly CoderId[];
}

/** What was settled about how the team works. */
export type TeamDeed =
  /** Whether nobody sees others' annotations on a document before having finished it. */
  | { readonly kind: 'blind'; readonly isBlind: boolean; readonly reason: string }
  | {
      readonly kind: 'assign';
      readonly documentIds: readonly DocumentId[];
      readonly coderIds: readonly CoderId[];
      readonly isAssigned: boolean;
    }
  /** Assigns what was drawn, too. */
  | ({ readonly kind: 'sample' } & Sample)
  /** Who did it had finished the document and went on with it. */
  | { readonly kind: 'reopen'; readonly documentId: DocumentId; readonly reason: string }
  /** Who did it has read these coders' annotations on these documents in a file, and sees them from then on. */
  | {
      readonly kind: 'import';
      readonly coderIds: readonly CoderId[];
      readonly documentIds: readonly DocumentId[];
    }
  /** The state before this act was kept whole (`snapshots/<contentHash>`), so that figures can be computed of it again. */
  | { readonly kind: 'snapshot'; readonly contentHash: string; readonly reason: string };

/**
 * One thing that was settled, when and by whom. Acts are added and never changed, so that a team's record says how it
 * came about; of two about the same thing the later counts (`teamOf`).
 */
export interface TeamAct {
  readonly id: TeamActId;
  readonly coderId: CoderId;
  readonly at: Timestamp;
  readonly deed: TeamDeed;
}

/** What a new project begins with. */
export function beginBlind(coderId: CoderId, at: Timestamp): TeamAct {
  const deed = { kind: 'blind', isBlind: true, reason: '' } as const;
  return { id: 'begun-blind' as TeamActId, coderId, at, deed };
}

/** Oldest first, then by id. */
export function compareTeamActs(a: TeamAct, b: TeamAct): number {
  return compareTexts(a.at, b.at) || compareTexts(a.id, b.id);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
