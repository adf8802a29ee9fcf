import type { CodeId } from '../ids';
import { foldLabel } from '../register/actor';
import { createFault, type Fault } from '../result';
import { checkLabel } from '../text/label';
import { activeCodes, type Code, type Codebook } from './codebook';
import { findCodebookFaults } from './check-codebook';

/** Longest definition, rule or note, in code units, as the schema has it. */
const LONGEST_PROSE = 100_000;

/** Why a code cannot have this name under this parent; undefined when it can. `id` is the code itself, if it exists. */
export function checkCodeName(
  codebook: Codebook,
  name: string,
  parentId: CodeId | undefined,
  id?: CodeId,
): Fault | undefined {
  const fault = checkLabel(name);
  if (fault !== undefined) return fault;
  const twin = activeCodes(codebook).find(
    (code) =>
      code.id !== id && code.parentId === parentId && foldLabel(code.name) === foldLabel(name),
  );
  return twin && createFault('fault.codebook.sameName', { name: twin.name });
}

/** Why a code cannot have this key; undefined when it can. */
function checkCodeKey(codebook: Codebook, key: string, id: CodeId): Fault | undefined {
  if (!/^[a-z0-9]$/.test(key)) return createFault('codebook.key.form');
  const owner = activeCodes(codebook).find((code) => code.id !== id && code.key === key);
  return owner && createFault('fault.codebook.sameKey', { key, name: owner.name });
}

/** What is wrong with a code in its codebook, by the place in it (`attributes[2].choices[0].label`). */
export function findCodeFaults(codebook: Codebook, code: Code): ReadonlyMap<string, Fault> {
  const faults = new Map<string, Fault>();
  const add = (place: string, fault: Fault | undefined): void => {
    if (fault !== undefined && !faults.has(place)) faults.set(place, fault);
  };
  const next = {
    ...codebook,
    codes: codebook.codes.map((one) => (one.id === code.id ? code : one)),
  };
  add('name', checkCodeName(next, code.name, code.parentId, code.id));
  if (code.key !== undefined) add('key', checkCodeKey(next, code.key, code.id));
  for (const field of ['definition', 'include', 'exclude'] as const) {
    if (code[field].length > LONGEST_PROSE) add(field, createFault('codebook.prose.long'));
  }
  const prefix = `codes[${String(next.codes.indexOf(code))}].`;
  for (const fault of findCodebookFaults(next)) {
    if (fault.where?.startsWith(prefix) === true) add(fault.where.slice(prefix.length), fault);
  }
  return faults;
}
