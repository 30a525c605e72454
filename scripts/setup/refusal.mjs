// @ts-check

/** A failure that is explained by its own sentence: printed without a stack, exit code 1. */
export class Refusal extends Error {}

/** @param {string} line */
export const say = (line) => {
  process.stdout.write(`${line}\n`);
};

/**
 * Runs an entry script to its exit code.
 *
 * @param {() => Promise<number | void>} work
 */
export async function runEntry(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    console.error(sentenceOf(error));
    process.exitCode = 1;
  }
}

/** @param {unknown} error @returns {unknown} a sentence; for a mistake of ours the error itself, with its stack */
function sentenceOf(error) {
  if (error instanceof Refusal) return error.message;
  // A folder that belongs to somebody else, a full disk: the system's own words name the place.
  const isOfSystem = error instanceof Error && 'syscall' in error;
  return isOfSystem ? `The system does not let this go on: ${error.message}.` : error;
}
