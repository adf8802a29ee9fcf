import * as fs from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { Disk } from '../../../src/storage/disk';

export type FaultKind = 'EIO' | 'ENOSPC' | 'short write' | 'nothing written';

export interface FaultPlan {
  /** The calls of the file system, by their number from 0 or by their name, that fail. */
  readonly fails: (call: { readonly number: number; readonly name: string }) => boolean;
  readonly kind: FaultKind;
}

/** A real disk of which single calls fail; `calls` has the names of all that were made, `synced` what was synced. */
export interface FaultyDisk {
  readonly disk: Disk;
  readonly calls: string[];
  readonly synced: string[];
  plan: FaultPlan | undefined;
}

type Call = (...args: unknown[]) => unknown;

export function createFaultyDisk(): FaultyDisk {
  const state: FaultyDisk = { disk: { ...fs }, calls: [], synced: [], plan: undefined };
  const wrap = <Target extends object>(target: Target, prefix: string, path = ''): Target =>
    new Proxy(target, {
      get(from, key) {
        const real: unknown = Reflect.get(from, key, from);
        if (typeof real !== 'function' || typeof key !== 'string') return real;
        return (...args: unknown[]) =>
          perform(`${prefix}${key}`, real.bind(from) as Call, args, path);
      },
    });
  const perform = async (name: string, real: Call, args: unknown[], path: string) => {
    const number = state.calls.push(name) - 1;
    const { plan } = state;
    if (plan?.fails({ number, name }) === true) {
      if (plan.kind === 'EIO' || plan.kind === 'ENOSPC') {
        // A handle that says it could not be closed is closed.
        if (name === 'file.close') await real(...args);
        throw Object.assign(new Error(plan.kind), { code: plan.kind });
      }
      if (name === 'file.write') {
        const [bytes, from, length, at] = args as [Buffer, number, number, number | null];
        const taken = plan.kind === 'short write' ? Math.ceil(length / 2) : 0;
        return real(bytes, from, taken, at);
      }
    }
    const result = await real(...args);
    if (/^file[.](?:data)?sync$/.test(name)) state.synced.push(path);
    return name === 'open' ? wrap(result as FileHandle, 'file.', String(args[0])) : result;
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
