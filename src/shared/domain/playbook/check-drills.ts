import { MINUTE_MS, SECOND_MS } from '../duration.ts';
import { isWorse, type Severity } from '../severity.ts';
import { findingAt, findRepeatedIds, placed } from './problem.ts';
import type { Finding, Placed } from './problem.ts';
import type { Playbook } from './schema.ts';
import type { Scenario, ScriptStep } from './schema-drills.ts';

/** Longer ones go on into the next shift, and are forgotten running. */
const LONGEST_MS = 24 * 60 * MINUTE_MS;

/** Scripts of drills (process document 8.2): their steps come in order, and name pages that ring at that moment. */
export function checkDrills({ drills }: Playbook): Finding[] {
  return [
    ...findRepeatedIds(['drills', 'scenarios'], drills?.scenarios),
    ...placed(['drills', 'scenarios'], drills?.scenarios).flatMap(checkScript),
  ];
}

function checkScript({ path, entry: { script = [] } }: Placed<Scenario>): Finding[] {
  const ringing = new Map<string, Severity>();
  let latest = 0;
  return placed([...path, 'script'], script).flatMap((step) => {
    const found = [...checkTime(step, latest), ...checkKey(step, ringing)];
    latest = Math.max(latest, step.entry.at);
    return found;
  });
}

function checkTime({ path, entry: { at } }: Placed<ScriptStep>, latest: number): Finding[] {
  const place = [...path, 'at'];
  if (at % SECOND_MS !== 0) return [findingAt(place, { code: 'no-unit' })];
  if (at > LONGEST_MS) return [findingAt(place, { code: 'step-after-a-day' })];
  return at < latest ? [findingAt(place, { code: 'step-order' })] : [];
}

/** @param ringing the pages that have come and are not over, with their severity; kept up to date */
function checkKey({ path, entry: step }: Placed<ScriptStep>, ringing: Map<string, Severity>): Finding[] {
  if (step.kind === 'note') return [];
  const { key } = step;
  const now = ringing.get(key);
  if (step.kind === 'page') {
    ringing.set(key, step.severity);
    return now === undefined ? [] : [findingAt([...path, 'key'], { code: 'page-goes-on', key })];
  }
  if (now === undefined) return [findingAt([...path, 'key'], { code: 'no-page-before', key })];
  if (step.kind === 'resolve') {
    ringing.delete(key);
    return [];
  }
  ringing.set(key, step.severity);
  return isWorse(step.severity, now)
    ? []
    : [findingAt([...path, 'severity'], { code: 'not-graver', severity: now })];
}
