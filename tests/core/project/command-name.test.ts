import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/core/project/command';
import { nameCommand } from '../../../src/core/project/command-name';
import { createDesk } from '../codecs/json/fixture';
import { createActor } from './actor-fixture';

const { project } = createDesk({ one: 'Seoul must not wait.' }, []);
const ACTORS = ['us', 'rok'].map((id, index): Command => {
  return { kind: 'actor.add', actor: createActor(id, id), index };
});
const CODES: Command = { kind: 'codebook.replace', codebook: project.codebook };

function nameOfImport(commands: readonly Command[], size = 0): string {
  return nameCommand(project, { kind: 'batch', purpose: 'import', size, commands });
}

describe('the name of an import', () => {
  it('says how many annotations come, when some do', () => {
    expect(nameOfImport(ACTORS, 3)).toBe('Import 3 Annotations');
  });

  it('says what comes when no annotation does', () => {
    expect(nameOfImport([CODES, ...ACTORS])).toBe('Import 2 Actors');
    expect(nameOfImport([CODES])).toBe('Import Codes');
    expect(nameOfImport([])).toBe('Import Decisions');
  });
});
