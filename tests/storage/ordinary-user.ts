/** Somebody without rights of their own; any number but 0 does. */
const NOBODY = 65_534;

/** Runs `act` as a user whom permissions bind: root is not one, so it becomes another user meanwhile. */
export async function asOrdinaryUser<Value>(act: () => Promise<Value>): Promise<Value> {
  if (process.geteuid?.() !== 0) return act();
  process.seteuid?.(NOBODY);
  try {
    return await act();
  } finally {
    process.seteuid?.(0);
  }
}
