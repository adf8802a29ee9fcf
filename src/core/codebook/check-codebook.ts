import { foldLabel } from '../register/actor';
import { createFault, withPlace, type Fault } from '../result';
import { checkLabel } from '../text/label';
import { isReadable } from './colour';
import type { AttributeDefinition, Code, Codebook } from './codebook';

/**
 * Everything that is wrong inside a codebook, each with its place (`codes[3].parentId`): ids that occur twice, parents
 * that lead nowhere or back, names that are empty or doubled, keys given twice, lists and codes that are referred to
 * and missing, colours nobody could read, revisions out of order. Empty when all is well.
 */
export function findCodebookFaults(codebook: Codebook): readonly Fault[] {
  const faults: Fault[] = [];
  const add = (fault: Fault | undefined, where: string): void => {
    if (fault !== undefined) faults.push(withPlace(fault, where));
  };
  checkTwice(codebook.codes, 'codes', add);
  checkTwice(codebook.relationKinds, 'relationKinds', add);
  checkTwice(codebook.lists, 'lists', add);
  checkSiblings(codebook.codes, add);
  checkKeys(codebook.codes, add);
  const codes = new Map<string, Code>(codebook.codes.map((code) => [code.id, code]));
  codebook.codes.forEach((code, i) => {
    checkCode(code, codebook, codes, `codes[${String(i)}]`, add);
  });
  codebook.relationKinds.forEach((kind, i) => {
    const where = `relationKinds[${String(i)}]`;
    add(checkLabel(kind.name), `${where}.name`);
    for (const end of ['from', 'to'] as const) {
      kind[end].forEach((id, k) => {
        if (!codes.has(id)) {
          add(createFault('fault.codebook.unknownCode', { id }), `${where}.${end}[${String(k)}]`);
        }
      });
    }
  });
  codebook.lists.forEach((list, i) => {
    add(checkLabel(list.name), `lists[${String(i)}].name`);
    const seen = new Set<string>();
    list.values.forEach((value, k) => {
      const where = `lists[${String(i)}].values[${String(k)}]`;
      add(checkLabel(value), where);
      if (seen.has(value)) add(createFault('fault.codebook.twice', { id: value }), where);
      seen.add(value);
    });
  });
  codebook.revisions.forEach((revision, i) => {
    const before = codebook.revisions[i - 1];
    if (before !== undefined && revision.number <= before.number) {
      add(createFault('fault.codebook.revisions'), `revisions[${String(i)}].number`);
    }
  });
  return faults;
}

type Add = (fault: Fault | undefined, where: string) => void;

function checkTwice(items: readonly { readonly id: string }[], where: string, add: Add): void {
  const seen = new Set<string>();
  items.forEach(({ id }, i) => {
    if (seen.has(id)) add(createFault('fault.codebook.twice', { id }), `${where}[${String(i)}].id`);
    seen.add(id);
  });
}

/** Two codes in use beside each other must not have one name. */
function checkSiblings(codes: readonly Code[], add: Add): void {
  const seen = new Set<string>();
  codes.forEach((code, i) => {
    if (code.retired) return;
    const key = `${code.parentId ?? ''}/${foldLabel(code.name)}`;
    if (seen.has(key)) {
      add(createFault('fault.codebook.sameName', { name: code.name }), `codes[${String(i)}].name`);
    }
    seen.add(key);
  });
}

function checkKeys(codes: readonly Code[], add: Add): void {
  const owners = new Map<string, Code>();
  codes.forEach((code, i) => {
    if (code.key === undefined || code.retired) return;
    const owner = owners.get(code.key);
    if (owner === undefined) owners.set(code.key, code);
    else {
      const fault = createFault('fault.codebook.sameKey', { key: code.key, name: owner.name });
      add(fault, `codes[${String(i)}].key`);
    }
  });
}

function checkCode(
  code: Code,
  codebook: Codebook,
  codes: ReadonlyMap<string, Code>,
  where: string,
  add: Add,
): void {
  add(checkLabel(code.name), `${where}.name`);
  if (!isReadable(code.colour)) {
    add(createFault('fault.codebook.colour', { colour: code.colour }), `${where}.colour`);
  }
  if (code.parentId !== undefined && !reachesEnd(code, codes, (one) => one.parentId)) {
    add(createFault('fault.codebook.parent', { id: code.parentId }), `${where}.parentId`);
  }
  if (code.mergedInto !== undefined && !reachesEnd(code, codes, (one) => one.mergedInto)) {
    add(createFault('fault.codebook.merged', { id: code.mergedInto }), `${where}.mergedInto`);
  }
  checkTwice(code.attributes, `${where}.attributes`, add);
  code.attributes.forEach((attribute, i) => {
    checkAttribute(attribute, codebook, `${where}.attributes[${String(i)}]`, add);
  });
  const names = new Set<string>();
  code.parts.forEach((part, i) => {
    const at = `${where}.parts[${String(i)}].name`;
    add(checkLabel(part.name), at);
    if (names.has(part.name)) add(createFault('fault.codebook.twice', { id: part.name }), at);
    names.add(part.name);
  });
}

function checkAttribute(
  attribute: AttributeDefinition,
  codebook: Codebook,
  where: string,
  add: Add,
): void {
  add(checkLabel(attribute.name), `${where}.name`);
  const values =
    attribute.type === 'one' || attribute.type === 'several'
      ? attribute.choices
      : attribute.type === 'scale'
        ? attribute.steps
        : [];
  const place = attribute.type === 'scale' ? 'steps' : 'choices';
  const seen = new Set<unknown>();
  values.forEach(({ value, label }, i) => {
    const at = `${where}.${place}[${String(i)}]`;
    add(checkLabel(label), `${at}.label`);
    if (seen.has(value)) {
      add(createFault('fault.codebook.twice', { id: String(value) }), `${at}.value`);
    }
    seen.add(value);
  });
  if (attribute.type === 'list' && !codebook.lists.some((list) => list.id === attribute.list)) {
    add(createFault('fault.codebook.unknownList', { id: attribute.list }), `${where}.list`);
  }
}

/** True if following `next` from a code comes to a code without one, over codes that all exist. */
function reachesEnd(
  code: Code,
  codes: ReadonlyMap<string, Code>,
  next: (code: Code) => string | undefined,
): boolean {
  let id = next(code);
  for (let steps = 0; id !== undefined && steps <= codes.size; steps += 1) {
    const found = codes.get(id);
    if (found === undefined) return false;
    id = next(found);
  }
  return id === undefined;
}
