// @ts-check
/** `npm start [-- arguments]`: brings along whatever is missing, builds if need be, opens the app. */
import { build } from './build.mjs';
import { run } from './child.mjs';
import { electronArguments, needsVirtualDisplay, NO_DISPLAY, underDisplay } from './display.mjs';
import { noiseFilter } from './electron-noise.mjs';
import { runScript } from './failure.mjs';
import { root } from './places.mjs';
import { electronEnvironment, prepareElectron } from './prepare.mjs';
import { appArguments } from './start-arguments.mjs';

await runScript(async () => {
  const runtime = await prepareElectron();
  await build();
  const virtual = needsVirtualDisplay();
  if (virtual) console.log(NO_DISPLAY);
  const callerFolder = process.env['INIT_CWD'] ?? process.cwd();
  const { command, args } = underDisplay(
    runtime.executable,
    [...electronArguments(), root, ...appArguments(process.argv.slice(2), callerFolder)],
    virtual,
  );
  const { code } = await run(command, args, {
    cwd: callerFolder,
    env: electronEnvironment(),
    ...noiseFilter(runtime, virtual),
  });
  return code;
});
