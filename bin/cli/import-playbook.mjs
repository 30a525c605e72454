// @ts-check
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { granted } from './client.mjs';
import { EXIT, Exit } from './exit.mjs';
import { columns, plain } from './text.mjs';

/** The app reads less than that; what is larger need not be sent. */
const MOST_BYTES = 4 * 1024 * 1024;

/** @param {import('./commands.mjs').Values} _values @param {readonly string[]} args @returns {import('./calls.mjs').Run} */
export function importPlaybook(_values, [path = '']) {
  return async (ask, { out }) => {
    const base64 = (await bytesOf(path)).toString('base64');
    const { json } = granted(await ask('POST', '/v1/playbooks/import', { name: basename(path), base64 }));
    for (const line of reportLines(json)) out(line);
    return EXIT.done;
  };
}

/** @param {string} path */
async function bytesOf(path) {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES) throw new Error('it is larger than 4 MiB');
    return await readFile(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Exit(EXIT.refused, `${plain(path)} could not be read: ${plain(reason)}`);
  }
}

/**
 * The app's answer. Its words come from the document, and from an app that may be another version: each is made harmless.
 *
 * @typedef {{ line?: unknown, outcome?: unknown, as?: unknown, confidence?: unknown, why?: readonly unknown[] }} Finding
 * @typedef {{ title?: unknown, findings?: readonly Finding[] }} Section
 * @typedef {{ name?: unknown, encoding?: unknown, sections?: readonly Section[] }} Report
 */

/** What became of each block, and how many of each there are. @param {Report} report */
function reportLines({ name, encoding, sections = [] }) {
  const found = sections.flatMap(({ title, findings = [] }) =>
    findings.map((finding) => ({ title, finding })),
  );
  const count = (/** @type {string} */ outcome) =>
    found.filter(({ finding }) => finding.outcome === outcome).length;
  const rows = found.map(({ title, finding: { line, outcome, as, confidence, why = [] } }) => {
    const what = outcome === 'left-out' ? `left out: ${plain(why[0])}` : plain(as);
    return [
      plain(line),
      outcome === 'taken' ? plain(confidence) : outcome === 'left-out' ? '-' : 'for you',
      what,
      plain(title),
    ];
  });
  return [
    `${plain(name)}: ${count('taken')} taken, ${count('for-a-person')} for you to fill in, ${count('left-out')} left out`,
    ...(typeof encoding === 'string' && encoding !== 'utf-8'
      ? [`Read as ${plain(encoding)}, not as UTF-8: check that the text is right.`]
      : []),
    ...columns([['LINE', 'SURE', 'AS', 'SECTION'], ...rows]),
    '',
    'Nothing is saved yet: look it over and save it in the window.',
  ];
}
