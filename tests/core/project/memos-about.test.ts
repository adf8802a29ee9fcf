import { expect, it } from 'vitest';
import type { ActorId, CoderId, MemoId } from '../../../src/core/ids';
import type { Memo } from '../../../src/core/memo/memo';
import { memosAbout } from '../../../src/core/project/memos-about';
import { createDesk, MONDAY } from '../codecs/json/fixture';
import { createActor } from './actor-fixture';

function memoOn(id: string): Memo {
  return {
    id: `on-${id}` as MemoId,
    coderId: 'ada' as CoderId,
    about: { kind: 'actor', id: id as ActorId },
    text: 'Who?',
    createdAt: MONDAY,
    modifiedAt: MONDAY,
  };
}

it('memos on an actor that was merged are on the entry that stands for it too', () => {
  const { project } = createDesk({ one: 'Seoul' }, []);
  const actors = [
    createActor('us', 'United States'),
    createActor('usa', 'USA', { mergedInto: 'us' as ActorId }),
    createActor('rok', 'South Korea'),
  ];
  const memos = [memoOn('us'), memoOn('usa'), memoOn('rok')];
  const about = (id: string): readonly string[] =>
    memosAbout({ ...project, actors, memos }, { kind: 'actor', id: id as ActorId }).map(
      (memo) => memo.id,
    );
  expect(about('us')).toEqual(['on-us', 'on-usa']);
  expect(about('rok')).toEqual(['on-rok']);
});
