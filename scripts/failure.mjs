// @ts-check
/** An expected failure: its message is one sentence for a person (what, where, what to do), shown without a stack. */
export class Failure extends Error {}

/**
 * Runs a script's body and turns its result into the process's exit code.
 * Expected failures end as one sentence, anything else as a bug with its stack.
 * @param {() => Promise<number | void>} body
 */
export async function runScript(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    process.exitCode = 1;
  }
}

/**
 * @param {unknown} error
 * @returns {string} the first line of what an error says
 */
export function reasonOf(error) {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n')[0]?.trim() || 'no reason given';
}
