import { describe, expect, it } from 'vitest';
import type { Annotation, AttributeValue } from '../../../src/core/annotation/annotation';
import type { CodeId } from '../../../src/core/ids';
import { applyCommand } from '../../../src/core/project/apply';
import { effectiveAttributes } from '../../../src/core/project/effective';
import { findIn, type Project } from '../../../src/core/project/project';
import { commandsToSet } from '../../../src/core/project/set-attribute';
import { createAnnotation } from '../../support/annotations';
import { timeAt } from '../../support/random-annotation';
import { createWorld } from '../../support/random-project';
import { createActor, linkTo } from './actor-fixture';

const TEXT = 'Washington and Seoul must not wait.';

/** A stance held by `stored`, and by a link to a mention of `mentioned`. */
function createHeld(stored: readonly string[], mentioned: readonly string[]) {
  const stance = {
    ...createAnnotation(TEXT, 's1', [0, 34]),
    attributes: stored.length === 0 ? {} : { holder: stored },
  };
  const mention: Annotation = {
    ...createAnnotation(TEXT, 'm1', [0, 10]),
    codeId: 'actor' as CodeId,
    attributes: { entity: mentioned },
  };
  const { project } = createWorld([TEXT], 1);
  const whole: Project = {
    ...project,
    actors: ['us', 'rok', 'japan'].map((id) => createActor(id, id)),
    annotations: new Map([[stance.documentId, [stance, mention]]]),
    relations: new Map([[stance.documentId, [linkTo('holder', stance, mention)]]]),
  };
  return { project: whole, stance };
}

/** What is stored, and what people see, after the commands. */
function setHolder(
  { project, stance }: ReturnType<typeof createHeld>,
  value: AttributeValue | undefined,
) {
  const commands = commandsToSet(project, stance, 'holder', value, timeAt(1));
  const applied = applyCommand(
    project,
    { kind: 'batch', purpose: 'coding', size: 1, commands },
    () => TEXT,
  );
  if (!applied.ok) throw new Error(applied.fault.text);
  const after = applied.value.project;
  const found = findIn(after, stance.documentId, stance.id) as Annotation;
  return {
    stored: found.attributes['holder'],
    seen: effectiveAttributes(after, found)['holder'],
    links: [...after.relations.values()].flat().length,
  };
}

describe('setting an attribute', () => {
  it('stores what links do not say, once', () => {
    expect(setHolder(createHeld([], ['us']), ['us', 'japan'])).toEqual({
      stored: ['japan'],
      seen: ['japan', 'us'],
      links: 1,
    });
  });

  it('takes a link away with the actor it says, and keeps the other actors of that mention', () => {
    expect(setHolder(createHeld(['japan'], ['us', 'rok']), ['japan', 'rok'])).toEqual({
      stored: ['japan', 'rok'],
      seen: ['japan', 'rok'],
      links: 0,
    });
  });

  it('takes everything away without a value', () => {
    expect(setHolder(createHeld(['japan'], ['us']), undefined)).toEqual({
      stored: undefined,
      seen: undefined,
      links: 0,
    });
  });

  it('leaves links that say other attributes alone', () => {
    const { project, stance } = createHeld([], ['us']);
    const commands = commandsToSet(project, stance, 'target', ['rok'], timeAt(1));
    expect(commands.map(({ kind }) => kind)).toEqual(['annotation.attribute']);
  });
});
