import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { CoderId, DocumentId } from '../../core/ids';
import type { Project } from '../../core/project/project';
import { teamOf } from '../../core/team/team';
import { workState, type WorkState } from '../../core/teamwork/work-state';

/** Which documents are listed, by what is assigned to the coder at this computer and how far they are with it. */
export const MINE_CHOICES = ['all', 'mine', 'open', 'in-progress', 'finished'] as const;
export type MineChoice = (typeof MINE_CHOICES)[number];

const choice = createStore<{ readonly show: MineChoice }>(() => ({ show: 'all' }));

export function useMineChoice(): MineChoice {
  return useStore(choice, ({ show }) => show);
}

export function chooseMine(show: MineChoice): void {
  choice.setState({ show });
}

/** What is assigned to the coder alone, or everything again. */
export function toggleMine(): void {
  chooseMine(choice.getState().show === 'all' ? 'mine' : 'all');
}

/** How far a coder is with each document that is assigned to them; none where nothing is. */
export function assignedWork(
  project: Project,
  coderId: CoderId,
): ReadonlyMap<DocumentId, WorkState> {
  const { assigned } = teamOf(project.team);
  if (assigned.size === 0) return NOTHING;
  return new Map(
    project.documents.flatMap(({ id }) =>
      assigned.get(id)?.has(coderId) === true
        ? [[id, workState(project, id, coderId)] as const]
        : [],
    ),
  );
}

const NOTHING: ReadonlyMap<DocumentId, WorkState> = new Map();

/** Whether a document in this state of work, or none that is the coder's, is among what is listed. */
export function isListed(state: WorkState | undefined, show: MineChoice): boolean {
  if (show === 'all') return true;
  return state !== undefined && (show === 'mine' || show === state);
}
