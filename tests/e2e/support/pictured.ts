import { expect, type Page } from '@playwright/test';
import type { Annotation, AttributeValue } from '../../../src/core/annotation/annotation';
import type { ActorId, MemoId, RelationId, Timestamp } from '../../../src/core/ids';
import type { MemoSubject } from '../../../src/core/memo/memo';
import type { Command } from '../../../src/core/project/command';
import type { Actor, ActorKind } from '../../../src/core/register/actor';
import type { ProjectSnapshot } from '../../../src/ipc/contract';
import { waitForText } from './launch';
import { waitUntilSaved } from './reading';

/*
 * What the codings of the pictures say: actors, attributes, relations and memos, given as the window gives them.
 */

interface Known {
  readonly id: string;
  readonly label: string;
  readonly kind: ActorKind;
  readonly parent?: string;
  readonly aliases?: readonly string[];
}

const ACTORS: readonly Known[] = [
  { id: 'us', label: 'United States', kind: 'state', aliases: ['Washington', 'U.S.'] },
  { id: 'dprk', label: 'North Korea', kind: 'state', aliases: ['Pyongyang', 'the North', 'DPRK'] },
  { id: 'japan', label: 'Japan', kind: 'state', aliases: ['Tokyo'] },
  { id: 'ndc', label: 'National Defense Commission', kind: 'government-body', parent: 'dprk' },
  { id: 'jo', label: 'Jo Myong Rok', kind: 'person', parent: 'ndc', aliases: ['Mr. Jo'] },
  { id: 'jra', label: 'Japanese Red Army', kind: 'armed-group' },
  { id: 'paper', label: 'The editorial', kind: 'author', aliases: ['we'] },
];

type Attributes = Readonly<Record<string, AttributeValue>>;

function mention(form: string, ...entity: readonly string[]): Attributes {
  return { entity, form };
}

function stance(concept: string, polarity: string, act: string, target?: string): Attributes {
  return {
    holder: ['paper'],
    concept,
    polarity,
    act,
    strength: act === 'evaluation' ? 2 : 3,
    voice: 'own',
    ...(target !== undefined && { target: [target] }),
  };
}

/** By the words coded; the same for each of their occurrences. */
const SAID: Readonly<Record<string, Attributes>> = {
  'United States': mention('name', 'us'),
  'North Korea': mention('name', 'dprk'),
  'two countries': mention('description', 'us', 'dprk'),
  Washington: mention('metonym', 'us'),
  Japan: mention('name', 'japan'),
  'Vice Marshal Jo Myong Rok': mention('title-and-name', 'jo'),
  'North Korea’s National Defense Commission': mention('name', 'ndc'),
  'two nations': mention('description', 'us', 'dprk'),
  Pyongyang: mention('metonym', 'dprk'),
  'Japanese Red Army terrorists': mention('description', 'jra'),
  'It is a welcome development, but one fraught with peril': stance(
    'rapprochement',
    'mixed',
    'evaluation',
  ),
  'Washington must not insert itself into the process of intra-Korean reconciliation': stance(
    'interference in reconciliation',
    'against',
    'prescription',
  ),
  'it must ensure that Japan, an ally and diplomatic partner, is not isolated and backed into a corner':
    stance('coordination with allies', 'favour', 'prescription', 'us'),
  'Washington was aglow with warm feelings toward the North': stance(
    'rapprochement',
    'favour',
    'evaluation',
    'dprk',
  ),
  'That is a step, but Pyongyang must do more': stance('terrorism', 'mixed', 'demand', 'dprk'),
  'the two nations continue talks on missile issues': {
    'required-act': 'hold or continue talks',
    'gated-outcome': 'missile restraint',
    trigger: 'as-long-as',
    logic: 'sustaining',
    force: 'commitment',
    status: 'ongoing',
    voice: 'attributed',
    'outcome-link': 'explicit',
  },
  'Washington removes Pyongyang from the list': {
    'demanding-party': ['us'],
    addressee: ['us'],
    'required-act': 'delisting',
    'gated-outcome': 'aid and investment',
    trigger: 'if',
    logic: 'sufficient',
    force: 'rule',
    status: 'unmet',
    voice: 'own',
    'outcome-link': 'explicit',
  },
};

/** The attribute that draws on each list. */
const LISTED: Readonly<Record<string, string>> = {
  concepts: 'concept',
  'required-acts': 'required-act',
  'gated-outcomes': 'gated-outcome',
};

function valuesOf(attributeId: string): readonly string[] {
  const values = Object.values(SAID).flatMap((said) => said[attributeId] ?? []);
  return [...new Set(values.map(String))];
}

/** From, kind, to; by their words. */
const LINKS = [
  [
    'Washington must not insert itself into the process of intra-Korean reconciliation',
    'target',
    'Washington',
  ],
  ['the two nations continue talks on missile issues', 'demanding-party', 'two nations'],
  ['the two nations continue talks on missile issues', 'addressee', 'two nations'],
  [
    'extradite Japanese Red Army terrorists who have been granted asylum',
    'same-outcome',
    'Washington removes Pyongyang from the list',
  ],
] as const;

const MEMOS: readonly (readonly [about: MemoSubject, text: string])[] = [
  [
    { kind: 'actor', id: 'paper' as ActorId },
    'Speaks in the plural and never says **who** “we” are.',
  ],
  [
    { kind: 'project' },
    'Whose conditions are *named*, and whose are only implied?\n\n- Washington: the list\n- Pyongyang: talks, guarantees',
  ],
];

/** Gives every coding what it says, and takes the project anew into the window. */
export async function describeCodings(page: Page): Promise<void> {
  const { annotations, coders, codebook } = await snapshotOf(page);
  const all = annotations.flatMap(([, set]) => set);
  const at = new Date().toISOString() as Timestamp;
  const coderId = coders[0]?.id;
  if (coderId === undefined) throw new Error('Nobody codes here');
  const find = (words: string): Annotation => {
    const found = all.find(({ pieces }) => pieces[0].exact === words);
    if (found === undefined) throw new Error(`“${words}” is not coded`);
    return found;
  };
  const commands: Command[] = [
    ...ACTORS.map(({ id, label, kind, parent, aliases }, index): Command => {
      const actor: Actor = {
        id: id as ActorId,
        label,
        kind,
        aliases: aliases ?? [],
        note: '',
        ...(parent !== undefined && { parentId: parent as ActorId }),
      };
      return { kind: 'actor.add', actor, index };
    }),
    ...codebook.lists.map((list): Command => {
      const values = valuesOf(LISTED[list.id] ?? '');
      return { kind: 'list.replace', list: { ...list, values } };
    }),
    ...all.flatMap(({ id, documentId, pieces }) =>
      Object.entries(SAID[pieces[0].exact] ?? {}).map(([attributeId, value]): Command => ({
        kind: 'annotation.attribute',
        annotationId: id,
        documentId,
        attributeId,
        value,
        modifiedAt: at,
      })),
    ),
    ...LINKS.map(([from, kindId, to], n): Command => {
      const [begin, end] = [find(from), find(to)];
      return {
        kind: 'relation.add',
        relation: {
          id: `pictured-${String(n)}` as RelationId,
          coderId,
          kindId,
          fromDocumentId: begin.documentId,
          fromId: begin.id,
          toDocumentId: end.documentId,
          toId: end.id,
          memo: '',
          createdAt: at,
          modifiedAt: at,
          codebookRevision: begin.codebookRevision,
        },
      };
    }),
    ...MEMOS.map(([about, text], n): Command => {
      const id = `pictured-${String(n)}` as MemoId;
      return {
        kind: 'memo.add',
        memo: { id, coderId, about, text, createdAt: at, modifiedAt: at },
      };
    }),
  ];
  const refused = await page.evaluate(async (given) => {
    for (const [n, command] of given.entries()) {
      const answer = await window.postil.ask('command.perform', command, -1 - n);
      if (!answer.ok) return `${command.kind}: ${answer.fault.text}`;
    }
    return undefined;
  }, commands);
  expect(refused).toBeUndefined();
  await waitUntilSaved(page);
  await page.reload();
  await waitForText(page);
}

async function snapshotOf(page: Page): Promise<ProjectSnapshot> {
  const snapshot = await page.evaluate(async () => {
    const answer = await window.postil.ask('project.reload');
    return answer.ok ? answer.value.snapshot : '';
  });
  return JSON.parse(snapshot) as ProjectSnapshot;
}
