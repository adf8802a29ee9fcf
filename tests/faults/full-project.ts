import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { ActorId, DeviceId, MemoId } from '../../src/core/ids';
import type { Command } from '../../src/core/project/command';
import { leaveCheckpoint } from '../../src/storage/journal/checkpoint';
import { openSession } from '../../src/storage/open-session';
import { value } from '../storage/small-project';
import { addAt, makeProject } from './acts';
import { ADA, AT, BEN, DESK, NORTH } from './names';

/** A project with a file of every kind, and the journals on this computer. */
export interface FullProject {
  readonly folder: string;
  readonly local: string;
  /** One file of each kind, below `folder` or `local`. */
  readonly files: Readonly<Record<FileKind, string>>;
}

export const FILE_KINDS = [
  'project.json',
  'codebook.json',
  'actors.json',
  'an annotation set',
  'memos',
  'a journal',
  'another coder’s journal',
  'a journal on this computer',
  'the note of its place',
  'a checkpoint',
  'a text',
  'a file as imported',
  '.gitattributes',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export async function makeFullProject(root: string): Promise<FullProject> {
  const [folder, local] = [join(root, 'project'), join(root, 'local')];
  value(await makeProject(folder));
  await work(folder, { local, deviceId: DESK }, ADA.id, [
    { kind: 'coder.add', coder: BEN, index: 1 },
    {
      kind: 'actor.add',
      actor: { id: 'usa' as ActorId, label: 'USA', kind: 'state', aliases: ['States'], note: '' },
      index: 0,
    },
    {
      kind: 'memo.add',
      memo: {
        id: 'm1' as MemoId,
        coderId: ADA.id,
        about: { kind: 'project' },
        text: 'Who must not do what?',
        createdAt: AT,
        modifiedAt: AT,
      },
    },
    {
      kind: 'mark.set',
      documentId: NORTH,
      mark: { coderId: ADA.id, paragraph: 2, decision: 'nothing', at: AT },
    },
    ...['a1', 'a2', 'a3', 'a4'].map((id, n) => addAt(ADA.id, id, n)),
  ]);
  await work(folder, { deviceId: 'laptop' as DeviceId }, BEN.id, [
    addAt(BEN.id, 'b1', 0),
    addAt(BEN.id, 'b2', 4),
  ]);
  if (!(await leaveCheckpoint(local, folder, DESK))) throw new Error('No checkpoint');
  const [here = ''] = await readdir(local);
  const ada = join(folder, 'coders', 'ada');
  return {
    folder,
    local,
    files: {
      'project.json': join(folder, 'project.json'),
      'codebook.json': join(folder, 'codebook.json'),
      'actors.json': join(folder, 'actors.json'),
      'an annotation set': join(ada, 'north.json'),
      memos: join(ada, '_memos.json'),
      'a journal': join(ada, 'journal-desk.jsonl'),
      'another coder’s journal': join(folder, 'coders', 'ben', 'journal-laptop.jsonl'),
      'a journal on this computer': join(local, here, 'ada-desk.jsonl'),
      'the note of its place': join(local, here, 'place.json'),
      'a checkpoint': join(local, here, 'checkpoint.json'),
      'a text': join(folder, 'documents', 'north.txt'),
      'a file as imported': join(folder, 'sources', 'north-north.txt'),
      '.gitattributes': join(folder, '.gitattributes'),
    },
  };
}

async function work(
  folder: string,
  options: { readonly local?: string; readonly deviceId: DeviceId },
  coderId: typeof ADA.id,
  commands: readonly Command[],
): Promise<void> {
  const session = value(await openSession(folder, options));
  session.workAs(coderId);
  for (const command of commands) value(session.perform(command));
  value(await session.settled());
  value(await session.close());
}
