import { app } from 'electron';

/**
 * How V8 keeps what the windows' scripts make. Left to itself it begins with little room, so that it collects garbage in the
 * midst of what somebody does, and collects and moves everything as soon as little happens, which is while one reads and
 * types: one to three frames each time.
 */
const V8_FLAGS = [
  // MB of lasting objects below which none are looked for that could go; above it that is done beside the window as usual.
  '--initial-old-space-size=256',
  // None are looked for only because little happens.
  '--no-memory-reducer',
];

/** Before the app is ready. Flags that the app was started with come after, and so win. */
export function giveWindowsRoom(): void {
  const given = app.commandLine.getSwitchValue('js-flags');
  app.commandLine.appendSwitch('js-flags', [...V8_FLAGS, given].join(' ').trim());
}
