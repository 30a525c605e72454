import { describe, expect, it } from 'vitest';
import { asIncidentId } from '#shared/domain/ids.ts';
import type { Page } from '#shared/domain/page/page.ts';
import { LiveState } from '../../../../src/main/paging/live-state.ts';
import { actionOf } from '../../shared/domain/action/actions.ts';
import { drillLog, drillNow, START } from '../../shared/domain/drill/drills.ts';
import { T0 } from '../../shared/domain/event/events.ts';
import { incidentOf } from '../../shared/domain/incident/incidents.ts';
import { inputOf, pageOf } from '../../shared/domain/page/pages.ts';

const NOTHING = { pages: [], incidents: [], drills: [], actions: [] };
const put = (...pages: readonly Page[]) => ({
  pages: pages.map((page) => [page.id, page] as const),
  incidents: [],
  drills: [],
});

function drill() {
  const log = drillLog();
  log.do(START);
  return drillNow(log);
}

describe('a log that is read anew', () => {
  it('leaves nothing of what was held before', () => {
    const live = new LiveState();
    const action = actionOf('a', { incidentId: asIncidentId('incident-1') });
    live.load({ ...NOTHING, incidents: [incidentOf()], drills: [drill()], actions: [action] });
    expect([live.incidents().length, live.drills().length, live.forAlerting().actions]).toEqual([
      1,
      1,
      [action],
    ]);
    live.load(NOTHING);
    expect([live.incidents(), live.drills(), live.forAlerting().actions]).toEqual([[], [], []]);
  });
});

describe('drills', () => {
  it('are held until they end', () => {
    const live = new LiveState();
    const running = drill();
    live.apply({ ...put(), drills: [running] });
    expect(live.drills()).toEqual([running]);
    live.apply({ ...put(), drills: [{ ...running, ended: { at: T0, by: 'Ada', how: 'aborted' } }] });
    expect(live.drills()).toEqual([]);
  });

  it('mark what came of them, so that it is no storm of what is real', () => {
    const live = new LiveState();
    live.apply(put(pageOf('a', { drill: 'drill-1' }), pageOf('b')));
    expect(live.arrivals().map((each) => each.drill)).toEqual(['drill-1', undefined]);
  });
});

describe('an arrival', () => {
  it('was taken when its page was acknowledged, or else when it was resolved, and not again', () => {
    const live = new LiveState();
    const acknowledged = pageOf('a', { status: 'acknowledged', acknowledgedAt: T0 + 5 });
    live.apply(put(acknowledged, pageOf('b', { status: 'resolved', resolvedAt: T0 + 7 }), pageOf('c')));
    live.apply(put({ ...acknowledged, status: 'resolved', resolvedAt: T0 + 9 }));
    expect(live.arrivals().map(({ takenAt }) => takenAt)).toEqual([T0 + 5, T0 + 7, undefined]);
    for (const arrival of live.arrivals().slice(2)) expect(arrival).not.toHaveProperty('takenAt');
  });

  it('that could not be saved counts once when it is', () => {
    const live = new LiveState();
    live.keepUnsaved(pageOf('unsaved-1', { key: 'disk' }), { input: inputOf({ key: 'disk' }) });
    live.apply(put(pageOf('a', { key: 'disk' })));
    expect(live.arrivals().map(({ pageId }) => pageId)).toEqual(['a']);
  });
});

it('an alert that fires anew is kept apart from the one that is open', () => {
  const live = new LiveState();
  live.apply(put(pageOf('a', { key: 'disk', sourceStartedAt: '2026-11-23T01:00:00.000Z' })));
  const again = pageOf('unsaved-1', { key: 'disk', sourceStartedAt: '2026-11-23T02:00:00.000Z' });
  live.keepUnsaved(again, { input: inputOf({ key: 'disk' }) });
  expect(live.unsaved()).toEqual([again]);
});
