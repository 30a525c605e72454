// @ts-check
import { parseArgs } from 'node:util';
import { usage } from './exit.mjs';

/**
 * @typedef {NonNullable<import('node:util').ParseArgsConfig['options']>} Options
 * @typedef {{ synopsis: string, about: string, options: Options, lines: readonly string[], least: number, most: number }} Command
 * @typedef {Record<string, string | boolean | (string | boolean)[] | undefined>} Values
 * @typedef {{ name: string | undefined, values: Values, args: readonly string[] }} Parsed
 */

/** @type {Options} */
const GLOBAL = {
  'user-data-dir': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
};

const ID =
  'ID may be shortened to its first 6 or more characters if they fit one thing in "tplus status" only.';

/** What can be called; `least` and `most` count the arguments after the name. @type {Readonly<Record<string, Command>>} */
export const COMMANDS = Object.freeze({
  page: {
    synopsis: 'page --title T [options]',
    about: 'raises a page; prints its id',
    options: {
      title: { type: 'string' },
      severity: { type: 'string' },
      summary: { type: 'string' },
      service: { type: 'string' },
      key: { type: 'string' },
      link: { type: 'string', multiple: true },
      'started-at': { type: 'string' },
    },
    lines: [
      '--title T          what is wrong, in one line (required)',
      '--severity SEV     SEV-1 to SEV-4, or a word such as critical, warning, P2',
      '--summary S        more about it',
      '--service S        what it is about',
      '--key K            pages of one key are one page while it is open',
      '--link URL         an http or https address; may be given several times',
      '--started-at ISO   when it began, such as 2026-11-23T06:25:00Z',
    ],
    least: 0,
    most: 0,
  },
  status: {
    synopsis: 'status [--json]',
    about: 'pages, incidents, sources and how alerting is',
    options: { json: { type: 'boolean' } },
    lines: ['--json             the same for programs'],
    least: 0,
    most: 0,
  },
  ack: {
    synopsis: 'ack ID [--for 15m]',
    about: 'acknowledges a page',
    options: { for: { type: 'string' } },
    lines: [
      '--for TIME         page me again if it is still firing after 30s, 15m, 2h (24h at most)',
      '',
      ID,
    ],
    least: 1,
    most: 1,
  },
  resolve: {
    synopsis: 'resolve ID',
    about: 'marks a page as resolved',
    options: {},
    lines: [ID],
    least: 1,
    most: 1,
  },
  'self-test': {
    synopsis: 'self-test',
    about: 'sends a marked test page down the real path and reports each step',
    options: {},
    lines: [],
    least: 0,
    most: 0,
  },
  open: {
    synopsis: 'open [ID]',
    about: 'brings the window up, on a page or an incident if one is named',
    options: {},
    lines: [ID],
    least: 0,
    most: 1,
  },
  'import-playbook': {
    synopsis: 'import-playbook FILE.md',
    about: "reads a team's own Markdown document as a playbook; the window shows what of it is taken",
    options: {},
    lines: ['Nothing is saved until you save it in the window.'],
    least: 1,
    most: 1,
  },
  export: {
    synopsis: 'export FILE',
    about: 'writes everything to one JSON file (not in this version)',
    options: {},
    lines: [],
    least: 1,
    most: 1,
  },
  import: {
    synopsis: 'import FILE',
    about: 'reads such a file (not in this version)',
    options: {},
    lines: [],
    least: 1,
    most: 1,
  },
});

/** Reads the arguments. @param {string[]} argv @returns {Parsed} @throws {import('./exit.mjs').Exit} wrong usage */
export function parse(argv) {
  const name = commandName(argv);
  if (name !== undefined && !Object.hasOwn(COMMANDS, name)) throw usage(`There is no command "${name}".`);
  const command = name === undefined ? undefined : COMMANDS[name];
  /** @type {Options} */
  const options = { ...GLOBAL, ...command?.options };
  const { values, positionals } = strictly(argv, options, name);
  const args = positionals.slice(1);
  if (values['user-data-dir'] === '') throw usage('--user-data-dir is empty.', name);
  if (values.help !== true && values.version !== true && command !== undefined) {
    if (args.length < command.least) throw usage(`Missing: tplus ${command.synopsis}`, name);
    if (args.length > command.most)
      throw usage(`Too many arguments: ${args.slice(command.most).join(' ')}`, name);
  }
  return { name, values, args };
}

/** The first argument that is no option, nor an option's value. @param {string[]} argv */
function commandName(argv) {
  /** @type {Options} */
  const all = Object.assign({}, GLOBAL, ...Object.values(COMMANDS).map(({ options }) => options));
  const { tokens } = parseArgs({
    args: argv,
    options: all,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  return tokens.find((token) => token.kind === 'positional')?.value;
}

/** @param {string[]} argv @param {Options} options @param {string | undefined} name */
function strictly(argv, options, name) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true });
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error), name);
  }
}
