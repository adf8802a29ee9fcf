// @ts-check
import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';

/**
 * Switches in Electron's binary that nothing can turn on again from outside: whoever can start a packaged Postil cannot
 * make it run code of theirs with its rights. Each is answered for in docs/security.md.
 */
export const FUSES = /** @type {const} */ ({
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  // Electron checks it on macOS and Windows; on Linux it has no effect yet.
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
});

/** @typedef {keyof typeof FUSES} FuseName */

const NAMES = /** @type {FuseName[]} */ (Object.keys(FUSES));

/**
 * Before the app is signed: a signature covers the binary.
 * @param {string} executable the program, on macOS the `.app`
 */
export async function setFuses(executable) {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin',
    ...Object.fromEntries(NAMES.map((name) => [FuseV1Options[name], FUSES[name]])),
  });
}

/**
 * @param {string} executable
 * @returns {Promise<Partial<Record<FuseName, boolean>>>} as they are in the binary; a fuse it does not have is left out
 */
export async function readFuses(executable) {
  const wire = await getCurrentFuseWire(executable);
  const states = { 0x30: false, 0x31: true };
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const state = Reflect.get(states, Number(wire[FuseV1Options[name]]));
      return state === undefined ? [] : [[name, state]];
    }),
  );
}
