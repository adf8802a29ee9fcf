import { useMemo } from 'react';
import type { ComparedDocument } from '../../core/comparison/compared-work';
import { findGroups, type ComparedGroup } from '../../core/comparison/differences';
import type { Project } from '../../core/project/project';

export function useGroups(project: Project, current: ComparedDocument): readonly ComparedGroup[] {
  return useMemo(
    () => findGroups(project, { coders: [...current.coders.keys()], documents: [current] }),
    [project, current],
  );
}
