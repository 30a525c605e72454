import type { TFunction } from 'i18next';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '#shared/domain/command/command.ts';
import type { IncidentId } from '#shared/domain/ids.ts';
import { referenceEntries } from '../../../../../src/renderer/features/palette/everyday-entries.ts';
import { incidentEntries } from '../../../../../src/renderer/features/palette/incident-entries.ts';
import { PaperLog } from '../../../shared/domain/command/paper-log.ts';
import { builtInPlaybook } from '../../../shared/domain/playbook/built-in.ts';

const EN = builtInPlaybook('en');
const ENDED = { drill: 'drill-1', how: 'finished' } as const;
const t = ((key: string, words: Record<string, unknown> = {}) =>
  [key, ...Object.values(words)].join(' ')) as TFunction;
let log = new PaperLog();
beforeEach(() => {
  log = new PaperLog();
});

const meet = (incidentId: IncidentId, ...milestones: string[]): void => {
  for (const milestone of milestones) log.do({ type: 'meet-milestone', incidentId, milestone });
};

/** Every entry done by itself on a log of its own: its id, and what the log says to it. */
function answers(incidentId: IncidentId): (readonly [string, string | undefined])[] {
  const incident = log.incidentNow(incidentId);
  if (incident === undefined) throw new Error('no incident');
  const commands: Command[] = [];
  const run = (command: Command): unknown => commands.push(command);
  return incidentEntries({ t, incident, playbook: EN, now: log.now, me: 'Ada', run }).map(({ id, act }) => {
    commands.length = 0;
    act?.();
    const ahead = new PaperLog();
    ahead.events.push(...log.events);
    return [id, commands.map((command) => ahead.refusal(command)).find((refusal) => refusal !== undefined)];
  });
}
const offered = (incidentId: IncidentId): string[] => answers(incidentId).map(([id]) => id);

describe('the palette offers of an incident', () => {
  it.each<[string, (incidentId: IncidentId) => void]>([
    ['taken', () => undefined],
    ['declared', (incidentId) => meet(incidentId, 'declare')],
    ['resolved', (incidentId) => meet(incidentId, 'declare', 'resolve')],
    ['closed', (incidentId) => meet(incidentId, 'resolve', 'close')],
    ['merged', (incidentId) => log.do({ type: 'merge-incidents', from: incidentId, into: log.incident() })],
    [
      'ended with its drill',
      (incidentId) => log.append({ type: 'incident.drill-ended', incidentId, payload: ENDED }),
    ],
  ])('nothing that is refused: %s', (_what, happens) => {
    const incidentId = log.incident();
    happens(incidentId);
    expect(answers(incidentId).filter(([, refusal]) => refusal !== undefined)).toEqual([]);
  });

  it('what its severity and where it stands ask for, the next step first', () => {
    const incidentId = log.incident();
    expect(offered(incidentId)).toEqual(
      expect.arrayContaining([
        'milestone:declare',
        'step:severity-assessment',
        'role:incident-commander',
        'escalate:level-4',
        'severity:SEV-2',
        'flag:data-leak',
        'message:status-update',
      ]),
    );
    expect(offered(incidentId)[0]).toBe('milestone:declare');
    expect(offered(incidentId)).not.toContain('severity:SEV-1');
    expect(offered(incidentId)).not.toContain('escalate:level-1');
    expect(offered(incidentId)).not.toContain('reopen');
    expect(offered(log.incident({ severity: 'SEV-3' }))).not.toContain('milestone:declare');
  });

  it('what is left of one that is over', () => {
    const merged = log.incident();
    log.do({ type: 'merge-incidents', from: merged, into: log.incident() });
    expect(offered(merged)).toEqual([]);
    const drilled = log.incident();
    log.append({ type: 'incident.drill-ended', incidentId: drilled, payload: ENDED });
    expect(offered(drilled)).toEqual(['add-action', 'post-mortem']);
    const closed = log.incident();
    meet(closed, 'resolve', 'close');
    expect(offered(closed)).toContain('reopen');
    expect(offered(closed)).not.toContain('role:scribe');
  });
});

it('two people of one role are two contacts', () => {
  const [first] = EN.contacts;
  if (first === undefined) throw new Error('no contact');
  const contacts = [first, { ...first, who: 'Ben' }];
  const ids = referenceEntries(t, { ...EN, contacts }).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
