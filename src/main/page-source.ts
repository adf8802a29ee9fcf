import { APP_ORIGIN } from './app-protocol';

/** Where the window's content comes from. */
export interface PageSource {
  readonly url: string;
  /** As Chromium writes the origin of a frame. */
  readonly origin: string;
  /** Vite's server instead of the built page. */
  readonly development: boolean;
}

/** The built page; an app run from its sources may be given Vite's server instead (`npm run dev`). */
export function choosePageSource(given: {
  readonly packaged: boolean;
  readonly developmentUrl: string | undefined;
}): PageSource {
  if (given.packaged || given.developmentUrl === undefined) {
    return { url: `${APP_ORIGIN}/index.html`, origin: APP_ORIGIN, development: false };
  }
  const { href, origin } = new URL(given.developmentUrl);
  return { url: href, origin, development: true };
}
