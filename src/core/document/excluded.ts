import type { Span } from '../text/span';
import type { ExcludedRegion } from './source-document';

/** The regions with one more; those that it touches or overlaps become part of it. In text order. */
export function withExcluded(
  regions: readonly ExcludedRegion[],
  added: ExcludedRegion,
): readonly ExcludedRegion[] {
  const isApart = (region: Span): boolean => region.end < added.start || region.start > added.end;
  const met = regions.filter((region) => !isApart(region));
  const start = met.reduce(
    (least, region) => (region.start < least ? region.start : least),
    added.start,
  );
  const end = met.reduce((most, region) => (region.end > most ? region.end : most), added.end);
  const others = regions.filter(isApart);
  return [...others, { ...added, start, end }].sort((a, b) => a.start - b.start);
}

/** The region around an offset, its ends included. */
export function excludedAt(
  regions: readonly ExcludedRegion[],
  offset: number,
): ExcludedRegion | undefined {
  return regions.find((region) => region.start <= offset && offset <= region.end);
}
