// @ts-check
/** `npm run package [-- <folder>]`: an app for this platform in dist/, or in the folder named. */
import { join, resolve } from 'node:path';
import { build } from './build.mjs';
import { runScript } from './failure.mjs';
import { root } from './places.mjs';
import { prepareElectron } from './prepare.mjs';

await runScript(async () => {
  const runtime = await prepareElectron();
  await build();
  const { packageApp } = await import('./package-app.mjs');
  const [named] = process.argv.slice(2);
  const out =
    named === undefined
      ? join(root, 'dist')
      : resolve(process.env['INIT_CWD'] ?? process.cwd(), named);
  const { folder } = await packageApp({ runtime, out });
  console.log(folder);
  if (runtime.source === 'fallback')
    console.log(
      `It has the test runtime (Electron ${runtime.version}) in it: for trying only, not for giving away.`,
    );
});
