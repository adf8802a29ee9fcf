import { useEffect, useState } from 'react';
import type { Compared } from '../../core/comparison/compared-work';
import { findGroups, type ComparedGroup } from '../../core/comparison/differences';
import type { Project } from '../../core/project/project';

interface Found {
  readonly of: Compared;
  readonly groups: readonly ComparedGroup[];
  readonly documents: number;
}

/**
 * The passages of all documents, found one document after the other with the window answered in between; begun anew when
 * anything changed. `documents` says how many are done. Only codes are to be read from them: links to other documents are not
 * followed.
 */
export function useAllGroups(
  project: Project,
  compared: Compared,
  isWanted: boolean,
): Pick<Found, 'groups' | 'documents'> {
  const [found, setFound] = useState<Found>({ of: compared, groups: [], documents: 0 });
  useEffect(() => {
    if (!isWanted) return undefined;
    const groups: ComparedGroup[] = [];
    let next = 0;
    let timer = 0;
    const slice = (): void => {
      const document = compared.documents[next];
      if (document === undefined) return;
      groups.push(...findGroups(project, { coders: compared.coders, documents: [document] }));
      next += 1;
      const isLast = next === compared.documents.length;
      if (isLast || next % 10 === 0)
        setFound({ of: compared, groups: [...groups], documents: next });
      timer = window.setTimeout(slice);
    };
    timer = window.setTimeout(slice);
    return () => {
      clearTimeout(timer);
    };
  }, [project, compared, isWanted]);
  return found.of === compared ? found : { groups: [], documents: 0 };
}
