import * as fs from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { Disk } from '../../../src/storage/disk';

export type FaultKind = 'EIO' | 'ENOSPC' | 'short write';

export interface FaultPlan {
  /** The calls of the file system, by their number from 0 or by their name, that fail. */
  readonly fails: (call: { readonly number: number; readonly name: string }) => boolean;
  readonly kind: FaultKind;
}

/** A real disk of which single calls fail; `calls` has the names of all that were made. */
export interface FaultyDisk {
  readonly disk: Disk;
  readonly calls: string[];
  plan: FaultPlan | undefined;
}

type Call = (...args: unknown[]) => unknown;

export function createFaultyDisk(): FaultyDisk {
  const state: FaultyDisk = { disk: { ...fs }, calls: [], plan: undefined };
  const wrap = <Target extends object>(target: Target, prefix: string): Target =>
    new Proxy(target, {
      get(from, key) {
        const real: unknown = Reflect.get(from, key, from);
        if (typeof real !== 'function' || typeof key !== 'string') return real;
        return (...args: unknown[]) => perform(`${prefix}${key}`, real.bind(from) as Call, args);
      },
    });
  const perform = async (name: string, real: Call, args: unknown[]): Promise<unknown> => {
    const number = state.calls.push(name) - 1;
    const { plan } = state;
    if (plan?.fails({ number, name }) === true) {
      if (plan.kind !== 'short write') {
        // A handle that says it could not be closed is closed.
        if (name === 'file.close') await real(...args);
        throw Object.assign(new Error(plan.kind), { code: plan.kind });
      }
      if (name === 'file.write') {
        const [bytes, from, length, at] = args as [Buffer, number, number, number | null];
        return real(bytes, from, Math.ceil(length / 2), at);
      }
    }
    const result = await real(...args);
    return name === 'open' ? wrap(result as FileHandle, 'file.') : result;
  };
  return Object.assign(state, { disk: wrap(state.disk, '') });
}

/** One call fails, and all others work. */
export function once(number: number, kind: FaultKind): FaultPlan {
  return { kind, fails: (call) => call.number === number };
}

/** From one call on everything fails. */
export function everAfter(number: number, kind: FaultKind): FaultPlan {
  return { kind, fails: (call) => call.number >= number };
}
