import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { editJson } from '../core/codecs/json/edited-json';
import { createWorkedSet, workedSetMissing } from '../support/worked-set';
import { runPostil, temporaryFolder, type Outcome } from './run-postil';

it(
  'checks, takes in, lists and gives out again a whole coding of a text',
  { timeout: 60_000 },
  async (context) => {
    if (workedSetMissing !== undefined) context.skip(workedSetMissing);
    using scratch = temporaryFolder();
    const postil = (...args: string[]): Promise<Outcome> => runPostil(scratch.path, args);
    const { json } = await createWorkedSet();
    writeFileSync(join(scratch.path, 'set.json'), json);

    expect(await postil('validate', 'set.json')).toMatchObject({ code: 0, stderr: '' });
    await postil('new', 'p', '--coder', 'Zoe');
    const imported = await postil('import', 'p', 'set.json');
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    expect(imported.stdout).toContain('\n19 new actors\n35 new relations');

    const info = await postil('info', 'p', '--json');
    expect(JSON.parse(info.stdout)).toMatchObject({
      documents: [{ id: '000', annotations: 92, relations: 35, progress: [] }],
      actors: 19,
      relations: 35,
      memos: 0,
    });
    const actors = await postil('actors', 'p', '--json');
    expect(JSON.parse(actors.stdout)).toContainEqual({
      id: 'dprk-ndc',
      label: 'National Defense Commission (DPRK)',
      kind: 'government-body',
      parentId: 'dprk',
      aliases: ['National Defense Commission'],
      note: '',
      annotations: 1,
    });
    expect((await postil('actors', 'p')).stdout).toMatch(
      /^japan +Japan +state +\d+ +Japan, Tokyo/mu,
    );
    const relations = await postil('relations', 'p');
    expect(relations.stdout).toMatch(
      /^Gates +Precondition “guarantees of .*” +Stance “.*” +Coder A$/mu,
    );
    expect(JSON.parse((await postil('relations', 'p', '--json')).stdout)).toHaveLength(35);

    await postil('export', 'p', '--out', 'again.json');
    const again = readFileSync(join(scratch.path, 'again.json'), 'utf8');
    const { exportedAt, app } = JSON.parse(json) as { exportedAt: string; app: object };
    expect(JSON.parse(editJson(again, { exportedAt, app }))).toEqual(JSON.parse(json));
  },
);
