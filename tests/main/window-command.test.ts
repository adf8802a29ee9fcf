import { describe, expect, test } from 'vitest';
import type { CoderId } from '../../src/core/ids';
import type { Command } from '../../src/core/project/command';
import { checkWindowCommand } from '../../src/main/window-command';
import { add, ADA, annotate, BEN, makeProject, NORTH, open } from '../storage/small-project';

const RESERVED: readonly Command[] = [
  { kind: 'batch', purpose: 'import', size: 0, commands: [] },
  { kind: 'document.add', document: {} as never, index: 0 },
  { kind: 'document.remove', documentId: NORTH },
  { kind: 'project.describe', id: 'x' as never, title: 'X' },
];

async function check(command: Command, coderId: CoderId): Promise<string> {
  const { project } = await open(await makeProject());
  const withBen = { ...project, coders: [ADA, BEN] };
  return checkWindowCommand(withBen, command, coderId)?.code ?? 'allowed';
}

describe('what the window may ask for', () => {
  test('not what is reserved inside a batch', async () => {
    const commands: Command[] = [{ kind: 'document.remove', documentId: NORTH }];
    const batch = { kind: 'batch', purpose: 'coding', size: 1, commands } as const;
    expect(await check(batch, ADA.id)).toBe('main.fault.notFromWindow');
    expect(await check({ ...batch, commands: [add('a1', 'must not')] }, ADA.id)).toBe('allowed');
    expect(await check({ ...batch, commands: [add('a1', 'must not')] }, BEN.id)).toBe(
      'fault.command.notYours',
    );
  });

  test.each(RESERVED)('not $kind', async (command) => {
    expect(await check(command, ADA.id)).toBe('main.fault.notFromWindow');
  });

  test('its own coder’s annotations, not another’s', async () => {
    expect(await check(add('a1', 'must not'), ADA.id)).toBe('allowed');
    expect(await check(add('a1', 'must not'), BEN.id)).toBe('fault.command.notYours');
    const annotation = annotate('a1', 'must not');
    expect(await check({ kind: 'annotation.replace', annotation }, BEN.id)).toBe(
      'fault.command.notYours',
    );
  });

  test('not to remove the coder who is working', async () => {
    const remove = (coderId: CoderId): Command => ({ kind: 'coder.remove', coderId });
    expect(await check(remove(ADA.id), ADA.id)).toBe('main.fault.removeSelf');
    expect(await check(remove(BEN.id), ADA.id)).toBe('allowed');
  });
});
