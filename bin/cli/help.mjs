// @ts-check
import { COMMANDS } from './commands.mjs';

const GLOBAL_LINES = [
  '--user-data-dir DIR  the profile of the app to talk to',
  '--help               this, or help on one command',
  '--version            the version',
];

export function generalHelp() {
  const commands = Object.values(COMMANDS);
  const width = Math.max(...commands.map(({ synopsis }) => synopsis.length));
  return [
    'tplus talks to the running Tplus, the on-call companion.',
    '',
    ...commands.map(({ synopsis, about }) => `  tplus ${synopsis.padEnd(width)}  ${about}`),
    '',
    ...GLOBAL_LINES.map((line) => `  ${line}`),
    '',
    'Exit codes: 0 done, 1 refused by the app, 2 wrong usage, 3 the app is not running.',
  ].join('\n');
}

/** @param {string} name */
export function commandHelp(name) {
  const command = COMMANDS[name];
  if (command === undefined) return generalHelp();
  const { synopsis, about, lines } = command;
  const details = lines.length === 0 ? [] : ['', ...lines.map((line) => `  ${line}`.trimEnd())];
  return [`tplus ${synopsis}`, '', `  ${about}`, ...details, '', `  ${GLOBAL_LINES[0]}`].join('\n');
}
