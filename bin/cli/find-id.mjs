// @ts-check
import { EXIT, Exit } from './exit.mjs';
import { plain } from './text.mjs';

const SHORTEST = 6;

/**
 * Asks by id; where the app knows none of that id, once more with the one it is a part of. The end is
 * the better part: ids begin with their time, so those of one night begin alike.
 *
 * @param {import('./client.mjs').Ask} ask
 * @param {string} id as it was typed
 * @param {readonly ('pages' | 'incidents')[]} kinds what may be meant
 * @param {(id: string) => Promise<import('./client.mjs').Answer>} call
 */
export async function withId(ask, id, kinds, call) {
  const answer = await call(id);
  if (answer.status !== 404 || id.length < SHORTEST) return answer;
  const { json } = await ask('GET', '/v1/status');
  const ids = kinds.flatMap((kind) =>
    (json?.[kind] ?? []).map((/** @type {{ id: string }} */ each) => each.id),
  );
  const part = id.toLowerCase();
  const found = ids.filter(
    (each) => typeof each === 'string' && (each.startsWith(part) || each.endsWith(part)),
  );
  if (found.length > 1) {
    throw new Exit(EXIT.refused, `"${plain(id)}" fits several: ${found.map(plain).join(', ')}`);
  }
  return found[0] === undefined ? answer : call(found[0]);
}
