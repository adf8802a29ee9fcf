import { useEffect, useState } from 'react';
import type { Compared } from '../../core/comparison/compared-work';
import { findGroupsInSteps, type ComparedGroup } from '../../core/comparison/differences';
import type { Steps } from '../../core/comparison/steps';
import type { Project } from '../../core/project/project';
import { workBetweenFrames } from '../ui/between-frames';

interface Found {
  readonly of: Compared;
  readonly groups: readonly ComparedGroup[] | undefined;
  readonly documents: number;
}

/** So many documents go by until the next count is told. */
const TOLD_AT = 10;

/**
 * The passages of all documents, found between frames, one document after the other; begun anew when anything changed.
 * Undefined until all are there; `documents` says how many are done. Only codes are to be read from them: links to other
 * documents are not followed.
 */
export function useAllGroups(
  project: Project,
  compared: Compared,
  isWanted: boolean,
): Pick<Found, 'groups' | 'documents'> {
  const [found, setFound] = useState<Found>({ of: compared, groups: undefined, documents: 0 });
  useEffect(() => {
    if (!isWanted) return undefined;
    const steps = allInSteps(project, compared, (documents) => {
      setFound({ of: compared, groups: undefined, documents });
    });
    return workBetweenFrames(steps, (groups) => {
      setFound({ of: compared, groups, documents: compared.documents.length });
    });
  }, [project, compared, isWanted]);
  return found.of === compared ? found : { groups: undefined, documents: 0 };
}

function* allInSteps(
  project: Project,
  { coders, documents }: Compared,
  onCount: (documents: number) => void,
): Steps<readonly ComparedGroup[]> {
  const groups: ComparedGroup[] = [];
  for (const [index, document] of documents.entries()) {
    if (index > 0 && index % TOLD_AT === 0) onCount(index);
    for (const group of yield* findGroupsInSteps(project, { coders, documents: [document] })) {
      groups.push(group);
    }
  }
  return groups;
}
