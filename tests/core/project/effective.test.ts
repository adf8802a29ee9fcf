import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import type { Relation } from '../../../src/core/annotation/relation';
import type { ActorId, CodeId, RelationId } from '../../../src/core/ids';
import {
  effectiveAttributes,
  isStale,
  missingAttributes,
  strayAttributes,
  withoutLinked,
} from '../../../src/core/project/effective';
import type { Project } from '../../../src/core/project/project';
import type { Actor } from '../../../src/core/register/actor';
import { createAnnotation } from '../../support/annotations';
import { timeAt } from '../../support/random-annotation';
import { createWorld } from '../../support/random-project';

const TEXT = 'Washington and Seoul must not wait.';
const actor = (id: string, label: string, given: Partial<Actor> = {}): Actor => ({
  id: id as ActorId,
  label,
  kind: 'state',
  aliases: [],
  note: '',
  ...given,
});

/** A stance held, by its attribute, by `stored`, and by a link to a mention of `mentioned`. */
function createHeld(stored: readonly string[], mentioned: readonly string[]) {
  const stance = {
    ...createAnnotation(TEXT, 's1', [0, 34]),
    attributes: stored.length === 0 ? {} : { holder: stored },
  };
  const mention: Annotation = {
    ...createAnnotation(TEXT, 'm1', [0, 10]),
    codeId: 'actor' as CodeId,
    attributes: { entity: mentioned, form: 'metonym' },
  };
  const relation: Relation = {
    id: 'r1' as RelationId,
    coderId: stance.coderId,
    kindId: 'holder',
    fromDocumentId: stance.documentId,
    fromId: stance.id,
    toDocumentId: mention.documentId,
    toId: mention.id,
    memo: '',
    createdAt: timeAt(0),
    modifiedAt: timeAt(0),
    codebookRevision: 1,
  };
  const { project } = createWorld([TEXT], 1);
  const whole: Project = {
    ...project,
    actors: [
      actor('us', 'United States'),
      actor('rok', 'South Korea'),
      actor('usa', 'America', { mergedInto: 'us' as ActorId }),
    ],
    annotations: new Map([[stance.documentId, [stance, mention]]]),
    relations: new Map([[stance.documentId, [relation]]]),
  };
  return { project: whole, stance };
}

describe('effective attributes', () => {
  it('[E1] are what is stored and what links say, each actor once, in the order of the register', () => {
    const { project, stance } = createHeld(['rok'], ['us', 'rok']);
    expect(effectiveAttributes(project, stance)).toEqual({ holder: ['us', 'rok'] });
  });

  it('[E2] say a merged actor as the entry that stands for it, stored or linked', () => {
    const { project, stance } = createHeld(['usa'], ['us']);
    expect(effectiveAttributes(project, stance)).toEqual({ holder: ['us'] });
  });

  it('[E3] count as answers to what is required', () => {
    const { project, stance } = createHeld([], ['us']);
    const missing = missingAttributes(project, stance).map(({ id }) => id);
    expect(missing).not.toContain('holder');
    expect(missing).toContain('polarity');
  });

  it('[E4] stored again without what a link says, are the same as before', () => {
    const { project, stance } = createHeld(['usa', 'rok'], ['us']);
    const attributes = withoutLinked(project, stance);
    expect(attributes).toEqual({ holder: ['rok'] });
    const once = { ...stance, attributes };
    expect(new Set(effectiveAttributes(project, once)['holder'] as readonly string[])).toEqual(
      new Set(['us', 'rok']),
    );
    expect(withoutLinked(project, { ...stance, attributes: { holder: ['us'] } })).toEqual({});
  });
});

it('[E5] a value is stray when the codebook has no such attribute or value', () => {
  const { project, stance } = createHeld(['gone'], ['us']);
  const attributes = { holder: ['gone'], polarity: 'loud', mood: 'x', strength: 3 };
  expect(strayAttributes(project, { ...stance, attributes })).toEqual([
    'holder',
    'polarity',
    'mood',
  ]);
});

it('[E6] an annotation is stale when its code was defined anew after it', () => {
  const { project, stance } = createHeld([], []);
  const codes = project.codebook.codes.map((code) => ({ ...code, definedIn: 2 }));
  const later = { ...project, codebook: { ...project.codebook, codes } };
  expect(isStale(project, stance)).toBe(false);
  expect(isStale(later, stance)).toBe(true);
  expect(isStale(later, { ...stance, codebookRevision: 2 })).toBe(false);
});
