import { isSafeId, isTimestamp } from '../ids';

type Plain = Readonly<Record<string, unknown>>;

/** Longer texts and lists are left to the schema, which allows more. */
const SHORT = { text: 10_000, name: 200, context: 64, list: 1_000 };

/** In the order in which the schema puts them. */
const KEYS = [
  'id',
  'documentId',
  'coderId',
  'codeId',
  'pieces',
  'parts',
  'attributes',
  'memo',
  'confidence',
  'createdAt',
  'modifiedAt',
  'codebookRevision',
];
const WITHOUT_CONFIDENCE = KEYS.filter((key) => key !== 'confidence');
const SELECTOR_KEYS = ['start', 'end', 'exact', 'prefix', 'suffix'];
const PART_KEYS = ['name', 'selector'];

/**
 * True only of what `annotationSchema` takes, in whatever order its own keys stand; found many times faster: a project has
 * hundreds of thousands of annotations, and nearly all of them are sound. False says nothing; then the schema says whether
 * and why.
 */
export function isSoundAnnotation(data: unknown): boolean {
  if (!isPlain(data)) return false;
  const keys = Object.keys(data);
  const wanted = wantedKeys(data);
  return (
    keys.length === wanted.length &&
    wanted.every((key) => Object.hasOwn(data, key)) &&
    (wanted === WITHOUT_CONFIDENCE || [1, 2, 3].includes(data['confidence'] as number)) &&
    isId(data['id']) &&
    isId(data['documentId']) &&
    isId(data['coderId']) &&
    isId(data['codeId']) &&
    isList(data['pieces'], isSelector) &&
    data['pieces'].length > 0 &&
    isList(data['parts'], isPart) &&
    areAttributes(data['attributes']) &&
    isText(data['memo'], 0, SHORT.text) &&
    isTime(data['createdAt']) &&
    isTime(data['modifiedAt']) &&
    isCount(data['codebookRevision'], 1)
  );
}

/** Whether its keys stand in the order in which the schema puts them. */
export function isInOrder(annotation: object): boolean {
  return hasKeys(annotation, wantedKeys(annotation));
}

function wantedKeys(annotation: object): readonly string[] {
  return 'confidence' in annotation ? KEYS : WITHOUT_CONFIDENCE;
}

function isPlain(data: unknown): data is Plain {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

/** These and no others, in this order. */
function hasKeys(data: object, wanted: readonly string[]): boolean {
  const keys = Object.keys(data);
  return keys.length === wanted.length && keys.every((key, i) => key === wanted[i]);
}

function isId(data: unknown): boolean {
  return typeof data === 'string' && isSafeId(data);
}

function isTime(data: unknown): boolean {
  return typeof data === 'string' && isTimestamp(data);
}

function isText(data: unknown, least: number, most: number): boolean {
  return typeof data === 'string' && data.length >= least && data.length <= most;
}

function isCount(data: unknown, least: number): boolean {
  return Number.isSafeInteger(data) && (data as number) >= least;
}

function isList(data: unknown, fits: (item: unknown) => boolean): data is readonly unknown[] {
  if (!Array.isArray(data) || data.length > SHORT.list) return false;
  // `every` passes over what a list lacks.
  for (const item of data as readonly unknown[]) if (!fits(item)) return false;
  return true;
}

function isSelector(data: unknown): boolean {
  return (
    isPlain(data) &&
    hasKeys(data, SELECTOR_KEYS) &&
    isCount(data['start'], 0) &&
    isCount(data['end'], 0) &&
    isText(data['exact'], 1, SHORT.text) &&
    isText(data['prefix'], 0, SHORT.context) &&
    isText(data['suffix'], 0, SHORT.context)
  );
}

function isPart(data: unknown): boolean {
  return (
    isPlain(data) &&
    hasKeys(data, PART_KEYS) &&
    isText(data['name'], 1, SHORT.name) &&
    isSelector(data['selector'])
  );
}

function areAttributes(data: unknown): boolean {
  return (
    isPlain(data) &&
    Object.entries(data).every(([key, value]) => isSafeId(key) && isAttributeValue(value))
  );
}

function isAttributeValue(data: unknown): boolean {
  return (
    typeof data === 'boolean' ||
    Number.isFinite(data) ||
    isText(data, 0, SHORT.text) ||
    isList(data, (one) => isText(one, 0, SHORT.text))
  );
}
