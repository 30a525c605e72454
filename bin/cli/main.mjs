// @ts-check
import { readFileSync } from 'node:fs';
import { CALLS } from './calls.mjs';
import { clientOf } from './client.mjs';
import { parse } from './commands.mjs';
import { EXIT, Exit, usage } from './exit.mjs';
import { commandHelp, generalHelp } from './help.mjs';
import { findApp } from './profile.mjs';
import { plain } from './text.mjs';

/**
 * Runs one command. Never throws.
 *
 * @param {string[]} argv without the program
 * @returns {Promise<number>} the exit code
 */
export async function main(argv) {
  try {
    return await runCommand(argv);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    for (const line of message.split('\n')) process.stderr.write(`tplus: ${plain(line)}\n`);
    return error instanceof Exit ? error.code : EXIT.refused;
  }
}

/** @param {string[]} argv @returns {Promise<number>} */
async function runCommand(argv) {
  const { name, values, args } = parse(argv);
  const out = (/** @type {string} */ text) => void process.stdout.write(`${text}\n`);
  const err = (/** @type {string} */ text) => void process.stderr.write(`tplus: ${text}\n`);
  if (values.help === true) {
    out(name === undefined ? generalHelp() : commandHelp(name));
    return EXIT.done;
  }
  if (values.version === true) {
    out(version());
    return EXIT.done;
  }
  const call = name === undefined ? undefined : CALLS[name];
  if (call === undefined) throw usage('Say what to do.');
  const run = call(values, args);
  const dir = values['user-data-dir'];
  const app = await findApp(typeof dir === 'string' ? dir : undefined);
  const coloured = process.stdout.isTTY && !process.env.NO_COLOR;
  return run(clientOf(app), { out, err, coloured });
}

function version() {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;
}
