import {
  createRatingTable,
  tallyOf,
  type Level,
  type RatingTable,
  type Value,
} from '../agreement/rating-table';
import type { AttributeDefinition, Code, Codebook } from '../codebook/codebook';
import type { CoderId } from '../ids';
import { effectiveValue } from '../project/effective';
import type { Project } from '../project/project';
import type { Compared } from './compared-work';
import { valueKey, type ComparedGroup } from './differences';
import { finish, type Steps } from './steps';

/** Ratings with the document of each unit, so that documents can be drawn. */
export interface CodingRatings {
  readonly table: RatingTable;
  /** By unit the index of its document in `Compared.documents`. */
  readonly documentOf: readonly number[];
}

/** Which code each coder gave to the passages that two or more of them marked. */
export function codeRatings(
  project: Project,
  compared: Compared,
  groups: readonly ComparedGroup[],
): CodingRatings {
  return finish(codeRatingsInSteps(project, compared, groups));
}

/** The same in steps, each unit counted, as figures ask for it. */
export function* codeRatingsInSteps(
  { codebook }: Project,
  compared: Compared,
  groups: readonly ComparedGroup[],
): Steps<CodingRatings> {
  const declared = codebook.codes.filter(({ retired }) => !retired).map(({ id }) => id);
  const ratings = yield* collect(
    'nominal',
    declared,
    compared,
    groups,
    (group, coder) => group.members.get(coder)?.codeId,
  );
  for (const [index, unit] of ratings.table.units.entries()) {
    tallyOf(unit);
    if (index % AT_ONCE === AT_ONCE - 1) yield;
  }
  return ratings;
}

/**
 * What each coder gave as one attribute to the passages that two or more of them gave the code. No value is a missing
 * rating. Of several values and actors the set as a whole is the value.
 */
export function attributeRatings(
  project: Project,
  compared: Compared,
  groups: readonly ComparedGroup[],
  code: Code,
  attribute: AttributeDefinition,
): CodingRatings {
  const level = levelOf(attribute);
  const declared = valuesOf(attribute);
  const rate = (group: ComparedGroup, coder: CoderId): Value | undefined => {
    const annotation = group.members.get(coder);
    if (annotation?.codeId !== code.id) return undefined;
    const value = effectiveValue(project, annotation, attribute);
    return typeof value === 'number' || typeof value === 'string' ? value : valueKey(value);
  };
  return finish(collect(level, declared, compared, groups, rate));
}

/** The attributes that can be compared as ratings: dates and short texts are words, which agree by chance only. */
export function comparableAttributes(
  codebook: Codebook,
): readonly { readonly code: Code; readonly attribute: AttributeDefinition }[] {
  return codebook.codes.flatMap((code) =>
    code.attributes
      .filter(({ type }) => type !== 'date' && type !== 'text')
      .map((attribute) => ({ code, attribute })),
  );
}

/** A scale has an order and no more; a number can be subtracted; of all else one can tell only same from other. */
function levelOf({ type }: AttributeDefinition): Level {
  if (type === 'scale') return 'ordinal';
  return type === 'number' ? 'interval' : 'nominal';
}

function valuesOf(attribute: AttributeDefinition): readonly Value[] {
  if (attribute.type === 'one') return attribute.choices.map(({ value }) => value);
  return attribute.type === 'scale' ? attribute.steps.map(({ value }) => value) : [];
}

/** So many passages are looked at in one step. */
const AT_ONCE = 50;

function* collect(
  level: Level,
  declared: readonly Value[],
  { coders, documents }: Compared,
  groups: readonly ComparedGroup[],
  rate: (group: ComparedGroup, coder: CoderId) => Value | undefined,
): Steps<CodingRatings> {
  const rows: (readonly (Value | undefined)[])[] = [];
  const documentOf: number[] = [];
  const places = new Map(documents.map((document, index) => [document, index]));
  for (const [index, group] of groups.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) yield;
    const row = coders.map((coder) => rate(group, coder));
    if (row.filter((value) => value !== undefined).length < 2) continue;
    rows.push(level === 'nominal' ? row.map(asText) : row);
    documentOf.push(places.get(group.document) ?? -1);
  }
  return { table: createRatingTable(level, rows, declared), documentOf };
}

function asText(value: Value | undefined): Value | undefined {
  return value === undefined ? undefined : String(value);
}
