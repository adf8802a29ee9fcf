import type { Continuum, Unit } from '../continuum';
import { randomIndex, type Random } from '../random';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * What coders might have done by chance (Mathet et al. 2015, section 5.2; pygamma-agreement's `ShuffleContinuumSampler`):
 * as many coders as there are, each being a coder of the continuum picked at random, all of whose units are moved on by
 * the same random distance; what would begin beyond the end comes in again at the beginning. The distances are whole code
 * units, and half the mean length of a unit or more apart while there is room. Without any unit it is drawn again.
 */
export function shuffledCoders(continuum: Continuum, random: Random): readonly (readonly Unit[])[] {
  const { begin, length, coders } = continuum;
  const all = coders.flat();
  const distance = all.reduce((sum, { start, end }) => sum + end - start, 0) / all.length / 2;
  for (;;) {
    let room: readonly Stretch[] = [{ start: 0, end: length }];
    const drawn = coders.map(() => {
      const by = pickPlace(room.length === 0 ? [{ start: 0, end: length }] : room, random);
      room = without(room, by - distance, by + distance);
      const units = coders[randomIndex(random, coders.length)] ?? [];
      return units.map(({ start, end, code }) => {
        const shift = start + by > begin + length ? by - length : by;
        return { start: start + shift, end: end + shift, code };
      });
    });
    if (drawn.some((units) => units.length > 0)) return drawn;
  }
}

/** A whole number in one of the stretches, every place being as likely. */
function pickPlace(room: readonly Stretch[], random: Random): number {
  const total = room.reduce((sum, { start, end }) => sum + end - start, 0);
  let place = random() * total;
  for (const { start, end } of room) {
    if (place < end - start) return Math.floor(start + place);
    place -= end - start;
  }
  return Math.floor(room.at(-1)?.start ?? 0);
}

function without(room: readonly Stretch[], from: number, to: number): readonly Stretch[] {
  return room
    .flatMap(({ start, end }) => [
      { start, end: Math.min(end, from) },
      { start: Math.max(start, to), end },
    ])
    .filter(({ start, end }) => end > start);
}
