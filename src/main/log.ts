/** The main process's only way to its standard error: for the person who looks into a failure, not for the analyst. */
export function logError(what: string, error: unknown): void {
  console.error(`[postil] ${what}:`, error);
}

/** The short form of any thrown value. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
