import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import { type Dashboard, dashboardOf } from '#shared/domain/metrics/dashboard.ts';
import { sampleFigures } from '../../../../../src/renderer/features/history/sample/sample-figures.ts';
import { builtInPlaybook } from '../../../shared/domain/playbook/built-in.ts';

const playbook = builtInPlaybook('en');
/** The first and the last days of short and long months, and one in between. */
const DAYS = ['2026-11-28T03:00:00Z', '2027-03-01T00:30:00Z', '2026-08-31T14:59:00Z', '2028-02-29T15:00:00Z'];

function dashboardAt(now: number): Dashboard {
  return dashboardOf(sampleFigures(playbook, 'en', now), {
    metrics: playbook.metrics ?? [],
    milestones: playbook.milestones.map(({ id }) => id),
    now,
    timeZone: playbook.timeZone,
    months: 6,
  });
}

describe.each(DAYS)('the sample as it stands at %s', (day) => {
  const board = dashboardAt(Date.parse(day));
  const tile = (id: string) => board.tiles.find((each) => each.id === id);

  it('is what process document 7.2 draws: 1, 3, 7 and 12 incidents', () => {
    expect(Object.values(board.bySeverity).map(({ length }) => length)).toEqual([1, 3, 7, 12]);
  });

  it('shows a goal met, and one missed', () => {
    expect(tile('mttr')).toMatchObject({ value: 45 * MINUTE_MS, verdict: 'pass' });
    expect(tile('mtta')).toMatchObject({ value: 3 * MINUTE_MS, verdict: 'pass' });
    expect(tile('incident-rate')).toMatchObject({ verdict: 'pass', trend: { direction: 'falling' } });
    expect(tile('action-item-completion')).toMatchObject({ value: 0.85, verdict: 'warn' });
  });

  it('has something late, something missed and something left out', () => {
    expect(board.lateness.some(({ late }) => late.length > 0)).toBe(true);
    expect(board.cadence.kept).toBeGreaterThan(0);
    expect(board.cadence.kept).toBeLessThan(board.cadence.due);
    expect(board.measures.mttd.all.period.leftOut[0]?.reason).toBe('no-fault-start');
  });
});

it('is the same in both languages but for its words, and the same every time', () => {
  const now = Date.parse('2026-11-28T03:00:00Z');
  const [en, ko] = (['en', 'ko'] as const).map((language) => sampleFigures(playbook, language, now));
  expect(sampleFigures(playbook, 'en', now + HOUR_MS / 4)).toEqual(en);
  expect(ko?.map(({ title }) => title)).not.toEqual(en?.map(({ title }) => title));
  const wordless = (figures: typeof en) => figures?.map(({ title: _title, ...rest }) => rest);
  expect(wordless(ko)).toEqual(wordless(en));
});
