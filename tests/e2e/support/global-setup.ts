import { existsSync } from 'node:fs';
import { builtMain, findElectron } from './places';

/** Says what is missing once and plainly, instead of once a test. */
// eslint-disable-next-line no-restricted-syntax -- Playwright takes the default export.
export default function checkWhatIsNeeded(): void {
  if (!existsSync(builtMain)) {
    throw new Error(
      'The app is not built. Run `npm test -- --only e2e`, which builds it, or `npm run build`.',
    );
  }
  if (findElectron() === undefined) {
    throw new Error(
      'There is no Electron runtime. Run `npm test -- --only e2e`, which installs one.',
    );
  }
  const needsDisplay = process.platform === 'linux';
  if (needsDisplay && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    throw new Error(
      'There is no display. Run `npm test -- --only e2e`, or put `xvfb-run -a` before the command.',
    );
  }
}
