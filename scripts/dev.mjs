// @ts-check
/** `npm run dev [-- arguments]`: the app with hot reload, under the same preparation as `npm start`. */
import { run } from './child.mjs';
import { noiseFilter } from './electron-noise.mjs';
import { electronArguments, needsVirtualDisplay, NO_DISPLAY, underDisplay } from './display.mjs';
import { runScript } from './failure.mjs';
import { packageCommand, root } from './places.mjs';
import { electronEnvironment, prepareElectron } from './prepare.mjs';

await runScript(async () => {
  const runtime = await prepareElectron();
  const virtual = needsVirtualDisplay();
  if (virtual) console.log(NO_DISPLAY);
  const electronVite = packageCommand('electron-vite', 'electron-vite');
  const sandbox = electronArguments().includes('--no-sandbox') ? ['--noSandbox'] : [];
  const { command, args } = underDisplay(process.execPath, [
    electronVite,
    'dev',
    ...sandbox,
    '--',
    ...process.argv.slice(2),
  ]);
  const { code } = await run(command, args, {
    cwd: root,
    env: electronEnvironment(),
    ...noiseFilter(runtime, virtual),
  });
  return code;
});
