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
    console.error(error instanceof Refusal ? error.message : error);
    process.exitCode = 1;
  }
}
