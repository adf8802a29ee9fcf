import type { CodeId, CoderId, Timestamp } from '../ids';

/** Hues that people with any colour vision tell apart; each has a value for light and for dark in the design tokens. */
export const CODE_COLOURS = [
  'blue',
  'vermilion',
  'green',
  'purple',
  'amber',
  'sky',
  'rose',
  'slate',
] as const;
export type CodeColour = (typeof CODE_COLOURS)[number];

/** So that no meaning hangs on colour alone. */
export const LINE_STYLES = ['solid', 'dashed', 'dotted', 'double'] as const;
export type LineStyle = (typeof LINE_STYLES)[number];

export interface AttributeChoice {
  readonly value: string;
  readonly label: string;
}

interface AttributeBase {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly required: boolean;
}

/** `list` names a list of the project that grows while coding. Scales and choices are in the order they are offered. */
export type AttributeDefinition =
  | (AttributeBase & {
      readonly type: 'one' | 'several';
      readonly choices: readonly AttributeChoice[];
    })
  | (AttributeBase & {
      readonly type: 'scale';
      readonly steps: readonly { readonly value: number; readonly label: string }[];
    })
  | (AttributeBase & { readonly type: 'boolean' | 'number' | 'date' | 'text' | 'actors' })
  | (AttributeBase & { readonly type: 'list'; readonly list: string });

export interface PartDefinition {
  readonly name: string;
  readonly definition: string;
}

export interface CodeExample {
  readonly quote: string;
  readonly note: string;
}

/** A label with its definition, rules and attributes. */
export interface Code {
  readonly id: CodeId;
  readonly name: string;
  readonly parentId?: CodeId;
  /** One of the palette, or six hexadecimal digits (`#8a5a00`) that can be read on light and on dark paper. */
  readonly colour: CodeColour | `#${string}`;
  readonly lineStyle: LineStyle;
  /** One lower-case letter or digit that makes an annotation of the selection; absent when it has none. */
  readonly key?: string;
  readonly definition: string;
  readonly include: string;
  readonly exclude: string;
  readonly examples: readonly CodeExample[];
  readonly attributes: readonly AttributeDefinition[];
  readonly parts: readonly PartDefinition[];
  /** No longer offered; its annotations stay. */
  readonly retired: boolean;
  /** The code that its annotations were given instead, when it was merged. */
  readonly mergedInto?: CodeId;
  /** The revision in which its meaning last changed: definition, rules, attributes or parts. */
  readonly definedIn: number;
}

/** A kind of directed link between annotations, and the codes it may join. */
export interface RelationKind {
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly from: readonly CodeId[];
  readonly to: readonly CodeId[];
  /**
   * The attribute of the `from` codes (of type `actors`) that says the same: a stance linked by `holder` to a mention of
   * Japan is held by Japan. The fact is kept once, as the link (`effectiveAttributes`).
   */
  readonly attribute?: string;
}

export interface ProjectList {
  readonly id: string;
  readonly name: string;
  readonly values: readonly string[];
}

export interface CodebookRevision {
  readonly number: number;
  readonly at: Timestamp;
  readonly coderId?: CoderId;
  readonly reason: string;
  /** The codes that were added or changed. */
  readonly codeIds: readonly CodeId[];
}

/** The codes of a project, with the revisions that led to them, oldest first. */
export interface Codebook {
  readonly codes: readonly Code[];
  readonly relationKinds: readonly RelationKind[];
  readonly lists: readonly ProjectList[];
  readonly revisions: readonly [CodebookRevision, ...CodebookRevision[]];
}

const indexes = new WeakMap<readonly Code[], ReadonlyMap<CodeId, Code>>();

export function findCode(codebook: Codebook, id: CodeId): Code | undefined {
  let index = indexes.get(codebook.codes);
  if (index === undefined) {
    index = new Map(codebook.codes.map((code) => [code.id, code]));
    indexes.set(codebook.codes, index);
  }
  return index.get(id);
}

export function findRelationKind(codebook: Codebook, id: string): RelationKind | undefined {
  return codebook.relationKinds.find((kind) => kind.id === id);
}

export function findAttribute(
  code: Code | undefined,
  attributeId: string,
): AttributeDefinition | undefined {
  return code?.attributes.find((attribute) => attribute.id === attributeId);
}

/** The name a person sees; the id stands in for a code that is gone. */
export function codeName(codebook: Codebook, id: CodeId): string {
  return findCode(codebook, id)?.name ?? id;
}

export function currentRevision(codebook: Codebook): number {
  return (codebook.revisions.at(-1) as CodebookRevision).number;
}

/** The codes that are offered, in the codebook's order. */
export function activeCodes(codebook: Codebook): readonly Code[] {
  return codebook.codes.filter((code) => !code.retired);
}
