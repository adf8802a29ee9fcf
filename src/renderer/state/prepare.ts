import { prepareComparedWork } from '../../core/comparison/compared-work';
import type { Project } from '../../core/project/project';
import { offersFor } from '../../core/suggest/actor-offers';
import { choiceFinder } from '../../core/suggest/choice-finder';
import { registerFinder } from '../../core/suggest/register-finder';
import { store } from './app-state';

/** What the first letter typed anywhere would have to prepare, in parts that each take less than a frame or two. */
const PARTS: readonly ((project: Project) => void)[] = [
  ({ actors }) => registerFinder(actors),
  ({ actors }) => registerFinder(actors).find('a', 1),
  (project) => offersFor(project, 'a'),
  (project) => choiceFinder(project)('a', 1),
];

/** While nobody does anything: whenever the register or the codebook has changed. */
export function prepareForTyping(): void {
  let seen: Pick<Project, 'actors' | 'codebook'> | undefined;
  store.subscribe(({ project }) => {
    if (project === undefined) return;
    const { actors, codebook } = project;
    if (seen?.actors === actors && seen.codebook === codebook) return;
    seen = { actors, codebook };
    prepare(project, PARTS);
  });
}

/** Stops where the project went on: another run is under way then. */
function prepare(project: Project, [part, ...others]: typeof PARTS): void {
  if (part === undefined) return;
  requestIdleCallback(() => {
    const now = store.getState().project;
    if (now?.actors !== project.actors || now.codebook !== project.codebook) return;
    part(now);
    prepare(project, others);
  });
}

/** In milliseconds: what a document's annotations take, where there are many. */
const ROOM = 4;

/** While nobody does anything: what the pages about several coders walk over, whenever the project has changed. */
export function prepareForComparing(): void {
  let steps: Iterator<void, void> | undefined;
  const goOn = (deadline: IdleDeadline): void => {
    while (steps !== undefined && deadline.timeRemaining() > ROOM) {
      if (steps.next().done === true) steps = undefined;
    }
    if (steps !== undefined) requestIdleCallback(goOn);
  };
  store.subscribe(({ project }, before) => {
    if (project === undefined || project === before.project || project.coders.length < 2) return;
    if (steps === undefined) requestIdleCallback(goOn);
    steps = prepareComparedWork(project);
  });
}
