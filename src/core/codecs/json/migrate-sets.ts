import { toCodebook2 } from '../../codebook/migrate-codebook';
import { FORMAT_VERSION } from './format';

/**
 * The data of an earlier version as the newest has it; what is no object of a version we know is given back as it is,
 * and the schema says so. Version 1 had no marks and no memos, its lists of actors and relations were empty.
 */
export function migrateSets(data: unknown): unknown {
  if (!isObject(data) || data['formatVersion'] !== 1) return data;
  const { codebook } = data;
  return {
    marks: [],
    memos: [],
    ...data,
    formatVersion: FORMAT_VERSION,
    codebook: isObject(codebook) ? toCodebook2(codebook) : codebook,
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
