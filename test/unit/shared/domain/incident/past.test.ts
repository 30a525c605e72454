import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asIncidentId } from '#shared/domain/ids.ts';
import { type PastIncident, similarBefore } from '#shared/domain/incident/past.ts';
import { whatFixed } from '#shared/domain/incident/what-fixed.ts';
import { asEventId } from '#shared/domain/ids.ts';
import { T0 } from '../event/events.ts';
import { builtInPlaybook } from '../playbook/built-in.ts';
import { incidentOf } from './incidents.ts';

const past = (id: string, title: string, service = '', detectedAt = T0): PastIncident => ({
  id: asIncidentId(id),
  title,
  service,
  detectedAt,
});
const NOW = {
  title: 'Checkout is down: payments time out',
  summary: 'Error rate 97 %',
  service: 'checkout-api',
};
const OTHERS = Array.from({ length: 20 }, (_each, index) => past(`o${index}`, `Service ${index} is down`));
const find = (...items: readonly PastIncident[]) =>
  similarBefore(NOW, [...items, ...OTHERS], new Set(['alerted']), 5);

describe('an incident of before', () => {
  it.each<[string, PastIncident, Record<string, unknown>]>([
    ['of the same alert', past('alerted', 'Odd'), { alert: true, service: false, words: [] }],
    [
      'of the same service and some of its words',
      past('a', 'Payments rejected by the provider', 'Checkout-API'),
      { alert: false, service: true, words: ['payments'] },
    ],
    [
      'of nearly the same title',
      past('a', 'Payments time out'),
      { alert: false, service: false, words: ['payments', 'time', 'out'] },
    ],
  ])('%s is offered, with why', (_, item, reasons) => {
    expect(find(item)).toMatchObject([{ past: item, ...reasons }]);
  });

  it.each([
    ['of the same service alone', past('a', 'Certificates expire', 'checkout-api')],
    ['with the words that every title has', past('a', 'Search is down')],
    ['of another service and a word by chance', past('a', 'Time zone of the reports is wrong', 'reports')],
  ])('%s is not', (_, item) => {
    expect(find(item)).toEqual([]);
  });

  it('says no word of which there is too little in common, and counts none', () => {
    const title = 'Time zone of monthly reports shows wrong currency signs everywhere';
    const [offered] = find(past('alerted', title));
    expect(offered).toMatchObject({ alert: true, words: [], score: 4 });
  });

  it('is not of the same service where neither has one', () => {
    const subject = { title: 'Payments down', summary: '', service: '' };
    expect(similarBefore(subject, [past('a', 'Payments rejected by the provider')], new Set(), 5)).toEqual(
      [],
    );
  });

  it('is weighed by how rare its words are, not by how many', () => {
    expect(find(past('a', 'Search is down out'))).toEqual([]);
    expect(find(past('a', 'Payments time out search'))).toHaveLength(1);
  });

  it('comes the more alike first, of equals the latest, and no more than are asked for', () => {
    const items = [
      past('old', 'Payments time out', '', T0 - 2),
      past('new', 'Payments time out', '', T0 - 1),
      past('both', 'Payments time out', 'checkout-api', T0 - 3),
    ];
    expect(find(...items).map(({ past: { id } }) => id)).toEqual(['both', 'new', 'old']);
    expect(similarBefore(NOW, items, new Set(), 2)).toHaveLength(2);
  });

  it('is found in Korean too', () => {
    const subject = { title: '결제 요청 시간 초과', summary: '', service: '' };
    expect(similarBefore(subject, [past('a', '결제 시간 초과')], new Set(), 5)).toMatchObject([
      { words: ['결제', '시간', '초과'] },
    ]);
  });

  it('is the same whatever the order they are given in', () => {
    const titles = fc.constantFrom(
      'Payments time out',
      'Checkout is down',
      'Disk full',
      'Payments rejected',
      '',
    );
    const items = fc.uniqueArray(fc.tuple(titles, fc.nat({ max: 30 })), {
      selector: ([, at]) => at,
      maxLength: 12,
    });
    fc.assert(
      fc.property(items, (given) => {
        const list = given.map(([title, at]) => past(`p${at}`, title, 'checkout-api', T0 - at));
        const ids = (of: readonly PastIncident[]): string[] =>
          similarBefore(NOW, of, new Set(), 5).map(({ past: { id } }) => id);
        expect(ids(list.toReversed())).toEqual(ids(list));
      }),
    );
  });

  it('is found among 10,000 in a moment', () => {
    const many = Array.from({ length: 10_000 }, (_each, index) =>
      past(
        `m${index}`,
        `Payments of shop ${index} time out in region ${index % 40}`,
        `service-${index % 100}`,
      ),
    );
    const startedAt = performance.now();
    expect(similarBefore({ ...NOW, service: 'service-7' }, many, new Set(), 5)).toHaveLength(5);
    // Far above what it takes (some 60 ms): a rule that compares each with each would not come near it.
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});

describe('what fixed it', () => {
  const EN = builtInPlaybook('en');
  const done = { at: T0, by: 'Ada', eventId: asEventId('x') };

  it('is what was filled into the message of the resolution, without what the app fills by itself', () => {
    const fields = {
      'start-time': '02:11',
      'root-cause': 'Pool too small',
      resolution: 'Doubled it',
      'affected-users': '40',
    };
    const copied = { 'incident-resolved': { ...done, title: 'Resolved', form: 'slack', fields } };
    expect(whatFixed(incidentOf({ copied }), EN)).toEqual({
      said: [
        { label: 'Root cause', text: 'Pool too small' },
        { label: 'Resolution', text: 'Doubled it' },
      ],
      rolledBack: false,
    });
  });

  it('is the rollback, where a step of it was carried out', () => {
    expect(whatFixed(incidentOf({ ticks: { 'rollback/rollback-deploy': done } }), EN).rolledBack).toBe(true);
    expect(whatFixed(incidentOf({ ticks: { 'rollback/rollback-down': done } }), EN)).toEqual({
      said: [],
      rolledBack: false,
    });
  });
});

it('nothing was rolled back by a playbook that has no rollback', () => {
  const { rollback: _rollback, ...without } = builtInPlaybook('en');
  expect(whatFixed(incidentOf(), without)).toEqual({ said: [], rolledBack: false });
});
