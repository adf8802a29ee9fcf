import type { StartState } from '../ipc/contract';

/** Which conventions hold here. */
export const platform: StartState['platform'] =
  process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux';
