import type { Code } from '../../core/codebook/codebook';
import type { CodePatch } from '../../core/codebook/edit';
import type { Project } from '../../core/project/project';

/** What a part of the editor needs: the code as it is written, how to change it, and what is wrong at which place. */
export interface Editing {
  readonly project: Project;
  readonly code: Code;
  readonly change: (patch: CodePatch) => void;
  readonly wrong: (place: string) => string | undefined;
}
