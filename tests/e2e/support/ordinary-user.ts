import type { ElectronApplication } from '@playwright/test';

/** Somebody without rights of their own; any number but 0 does. */
const NOBODY = 65_534;

/**
 * Lets the app read and write files as a user whom permissions bind: root is not one, so the main process becomes another
 * meanwhile. What `act` needs must be open to everybody.
 */
export async function asOrdinaryUser<Value>(
  app: ElectronApplication,
  act: () => Promise<Value>,
): Promise<Value> {
  const become = (user: number): Promise<void> =>
    app.evaluate((_electron, id) => process.seteuid?.(id), user);
  if (process.geteuid?.() !== 0) return act();
  await become(NOBODY);
  try {
    return await act();
  } finally {
    await become(0);
  }
}
