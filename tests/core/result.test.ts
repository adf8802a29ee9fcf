import { describe, expect, it } from 'vitest';
import { en } from '../../src/core/messages/en/index';
import { t } from '../../src/core/messages/message';
import {
  assertNever,
  createFault,
  describeFault,
  fail,
  ok,
  withPlace,
} from '../../src/core/result';

describe('faults', () => {
  it('carry their sentence from the catalogue', () => {
    expect(createFault('fault.command.unknownCode', { id: 'x' })).toEqual({
      code: 'fault.command.unknownCode',
      text: 'There is no code “x” in the codebook. Choose one of its codes.',
    });
    expect(createFault('fault.command.emptyName').text).toBe(t('fault.command.emptyName'));
  });

  it('say their place first, when there is one', () => {
    const fault = createFault('fault.command.nothingToUndo');
    expect(describeFault(fault)).toBe('There is nothing to undo.');
    expect(describeFault(withPlace(fault, 'a[0]'))).toBe('a[0]: There is nothing to undo.');
  });

  it('are values', () => {
    expect(ok(1)).toEqual({ ok: true, value: 1 });
    expect(fail('why')).toEqual({ ok: false, fault: 'why' });
  });

  it('a case that was forgotten throws', () => {
    expect(() => assertNever({ kind: 'new' } as never)).toThrow('{"kind":"new"}');
  });
});

describe('the catalogue', () => {
  it('[M1] every key begins with the word of its part of the app', () => {
    expect(Object.keys(en).filter((key) => !/^[a-z][a-zA-Z]*\./u.test(key))).toEqual([]);
  });

  it('[M2] no sentence is empty', () => {
    expect(
      Object.values(en).filter((entry) => typeof entry === 'string' && /^\s*$/u.test(entry)),
    ).toEqual([]);
  });
});
