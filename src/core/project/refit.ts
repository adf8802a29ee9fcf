import type { Annotation, AttributeValue } from '../annotation/annotation';
import { checkAttributeValue, type ValueSurroundings } from '../codebook/attribute-value';
import { findAttribute, findCode, type AttributeDefinition } from '../codebook/codebook';
import type { CodeId } from '../ids';
import { valueSurroundings } from './effective';
import type { Project } from './project';

type Renames = ReadonlyMap<string, AttributeValue>;

/** What becomes of values and parts that a changed codebook does not offer any more. What is not named here goes. */
export interface Renaming {
  /** By `valuesKey`: what a value (as text) becomes. */
  readonly values?: ReadonlyMap<string, Renames>;
  /** By code: what a part is called now. */
  readonly parts?: ReadonlyMap<CodeId, ReadonlyMap<string, string>>;
  /** By list: what a value of it is called now. */
  readonly lists?: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export function valuesKey(codeId: CodeId, attributeId: string): string {
  return `${codeId}/${attributeId}`;
}

/** An annotation on its way from one codebook to the next. */
export interface Refitted {
  readonly before: Annotation;
  /** Without what the next codebook does not know. */
  readonly stripped: Annotation;
  /** With what that becomes. */
  readonly after: Annotation;
  /** Values and parts that are gone for good. */
  readonly lost: number;
}

/** Gives what becomes of an annotation when `after` follows `before`; undefined when it may stay as it is. */
export function createRefit(
  before: Project,
  after: Project,
  renaming: Renaming,
): (annotation: Annotation) => Refitted | undefined {
  const [old, now] = [valueSurroundings(before), valueSurroundings(after)];
  return (annotation) => {
    const code = findCode(after.codebook, annotation.codeId);
    const oldCode = findCode(before.codebook, annotation.codeId);
    if (code === undefined || oldCode === undefined) return undefined;
    const kept: [string, AttributeValue][] = [];
    const moved: [string, AttributeValue][] = [];
    let lost = 0;
    for (const [id, value] of Object.entries(annotation.attributes)) {
      const [was, is] = [findAttribute(oldCode, id), findAttribute(code, id)];
      // What did not fit before (an import may have brought it) is let be.
      const isStray = was === undefined || checkAttributeValue(was, value, old) !== undefined;
      const names =
        (is?.type === 'list' ? renaming.lists?.get(is.list) : undefined) ??
        renaming.values?.get(valuesKey(code.id, id));
      const move = isStray || is === undefined ? undefined : moveValue(value, is, names ?? NONE);
      if (isStray || (move?.value === value && fits(is, value, now))) kept.push([id, value]);
      else if (move?.value !== undefined && fits(is, move.value, now)) {
        moved.push([id, move.value]);
        lost += move.lost;
      } else lost += 1;
    }
    const names = new Set(code.parts.map((part) => part.name));
    const had = new Set(oldCode.parts.map((part) => part.name));
    const partNames = renaming.parts?.get(code.id);
    const keptParts = annotation.parts.filter(
      ({ name }) => partNames?.has(name) !== true && (names.has(name) || !had.has(name)),
    );
    const parts = annotation.parts.flatMap((part) => {
      if (keptParts.includes(part)) return [part];
      const name = partNames?.get(part.name);
      return name !== undefined && names.has(name) ? [{ ...part, name }] : [];
    });
    lost += annotation.parts.length - parts.length;
    const isSame =
      kept.length === Object.keys(annotation.attributes).length &&
      keptParts.length === annotation.parts.length;
    if (isSame) return undefined;
    return {
      before: annotation,
      stripped: { ...annotation, attributes: Object.fromEntries(kept), parts: keptParts },
      after: { ...annotation, attributes: Object.fromEntries([...kept, ...moved]), parts },
      lost,
    };
  };
}

function fits(
  definition: AttributeDefinition | undefined,
  value: AttributeValue,
  around: ValueSurroundings,
): boolean {
  return definition !== undefined && checkAttributeValue(definition, value, around) === undefined;
}

const NONE: Renames = new Map();

/**
 * A value under its new name; one becomes several, and a single one of several becomes one, as the type asks. The value
 * itself when nothing is to be done; `lost` counts what of several is no longer offered.
 */
function moveValue(
  value: AttributeValue,
  definition: AttributeDefinition,
  renames: Renames,
): { readonly value: AttributeValue | undefined; readonly lost: number } {
  if (definition.type === 'actors') return { value, lost: 0 };
  const values = typeof value === 'object' ? value : [value];
  const renamed = values.map((one) => renames.get(String(one)) ?? one);
  if (definition.type !== 'several') {
    const isSame = typeof value !== 'object' && renamed[0] === value;
    return { value: isSame ? value : renamed.length === 1 ? renamed[0] : undefined, lost: 0 };
  }
  const offered = new Set(definition.choices.map((choice) => choice.value));
  const kept = renamed.map(String).filter((one) => offered.has(one));
  const isSame = typeof value === 'object' && kept.every((one, i) => one === value[i]);
  if (isSame && kept.length === values.length) return { value, lost: 0 };
  const several = [...new Set(kept)];
  return {
    value: several.length === 0 ? undefined : several,
    lost: values.length - kept.length,
  };
}
