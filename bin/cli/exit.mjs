// @ts-check

/** Exit codes of the public interface. */
export const EXIT = Object.freeze({ done: 0, refused: 1, usage: 2, notRunning: 3 });

/** Ends the command with a code and one sentence for stderr. */
export class Exit extends Error {
  /** @param {number} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** @param {string} message @param {string} [command] whose help to point to */
export function usage(message, command) {
  const help = command === undefined ? 'tplus --help' : `tplus ${command} --help`;
  return new Exit(EXIT.usage, `${message}\nTry "${help}".`);
}

/** @param {string} why */
export function notRunning(why) {
  return new Exit(EXIT.notRunning, `${why} Start Tplus (in a checkout: npm start) and try again.`);
}
