import type { WindowPlace } from '../ipc/remembered';

export const SMALLEST = { width: 720, height: 480 } as const;
const INITIAL = { width: 1320, height: 880 } as const;
/** So much of the window must be on a screen for a person to get hold of it. */
const GRIP = 80;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where to put the window: where it was, if a person could still reach it there; else at its first size in the middle
 * of the first screen. Never larger than that screen.
 */
export function fitWindow(
  place: WindowPlace | undefined,
  screens: readonly [Area, ...Area[]],
): { readonly x?: number; readonly y?: number; readonly width: number; readonly height: number } {
  const [first] = screens;
  const size = place ?? INITIAL;
  const width = Math.max(SMALLEST.width, Math.min(size.width, first.width));
  const height = Math.max(SMALLEST.height, Math.min(size.height, first.height));
  if (place === undefined || !screens.some((screen) => reaches(place, screen))) {
    return { width, height };
  }
  return { x: place.x, y: place.y, width: place.width, height: place.height };
}

function reaches(place: WindowPlace, screen: Area): boolean {
  const across =
    Math.min(place.x + place.width, screen.x + screen.width) - Math.max(place.x, screen.x);
  const titleBar = place.y >= screen.y && place.y + GRIP <= screen.y + screen.height;
  return across >= GRIP && titleBar;
}
