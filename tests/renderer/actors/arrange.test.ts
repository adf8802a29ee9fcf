import { describe, expect, it } from 'vitest';
import { arrangeRegister, offerActors } from '../../../src/renderer/actors/arrange';
import type { RegisterView } from '../../../src/renderer/actors/arrange';
import { annotationOf, projectWith } from '../../support/linked-project';
import { createActor } from '../../core/project/actor-fixture';

const mention = (id: string, actor: string) =>
  annotationOf('actor', 'Seoul', { id, attributes: { entity: [actor] } });

const project = {
  ...projectWith(mention('m1', 'cabinet'), mention('m2', 'cabinet'), mention('m3', 'japan')),
  actors: [
    createActor('party', 'Party 10', { kind: 'organisation', note: 'Votes with the cabinet' }),
    createActor('party-2', 'Party 2', { kind: 'organisation', aliases: ['Greens'] }),
    createActor('japan', 'Japan'),
    createActor('cabinet', 'Cabinet', { kind: 'government-body', parentId: 'japan' as never }),
    createActor('minister', 'Minister', { kind: 'person', parentId: 'cabinet' as never }),
    createActor('old', 'Nippon', { mergedInto: 'japan' as never }),
  ],
};

const shown = (view: Partial<RegisterView>) =>
  arrangeRegister(project, { query: '', kind: 'all', sort: 'name', ...view }).map(
    ({ actor, depth, mentions, alias }) =>
      `${'> '.repeat(depth)}${actor.label} ${mentions}${alias === undefined ? '' : ` (${alias})`}`,
  );

describe('the register', () => {
  it('stands by name, numbers as numbers, without what was merged', () => {
    expect(shown({})).toEqual(['Cabinet 2', 'Japan 1', 'Minister 0', 'Party 2 0', 'Party 10 0']);
  });

  it('stands by mentions, equals by name', () => {
    expect(shown({ sort: 'mentions' })).toEqual([
      'Cabinet 2',
      'Japan 1',
      'Minister 0',
      'Party 2 0',
      'Party 10 0',
    ]);
  });

  it('stands below parents, unless one kind alone is shown', () => {
    expect(shown({ sort: 'parent' })).toEqual([
      'Japan 1',
      '> Cabinet 2',
      '> > Minister 0',
      'Party 2 0',
      'Party 10 0',
    ]);
    expect(shown({ sort: 'parent', kind: 'person' })).toEqual(['Minister 0']);
  });

  it('is searched by name and alias, then by what notes say, whatever the order', () => {
    expect(shown({ query: 'cabinet', sort: 'parent' })).toEqual(['Cabinet 2', 'Party 10 0']);
    expect(shown({ query: 'green' })).toEqual(['Party 2 0 (Greens)']);
    expect(shown({ query: 'cabinet', kind: 'organisation' })).toEqual(['Party 10 0']);
    expect(shown({ query: 'nippon' })).toEqual([]);
  });

  it('offers the first that may be chosen', () => {
    const offered = offerActors(project, 'party', 1, ({ id }) => id !== 'party-2');
    expect(offered.map(({ actor }) => actor.label)).toEqual(['Party 10']);
    expect(offerActors(project, 'gre', 5, () => true)).toMatchObject([{ alias: 'Greens' }]);
  });
});
