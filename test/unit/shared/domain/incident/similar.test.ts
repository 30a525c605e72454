import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import { pagesOf, similarIncidents, similarPages } from '#shared/domain/incident/similar.ts';
import type { Page } from '#shared/domain/page/page.ts';
import { INCIDENT, T0 } from '../event/events.ts';
import { pageOf } from '../page/pages.ts';
import { incidentOf } from './incidents.ts';

const incident = incidentOf({ title: 'Checkout is down', service: 'checkout' });
const other = (changes: Partial<Page>): Page =>
  pageOf('other', { title: 'Something else', service: 'search', startedAt: T0, ...changes });

const reasonsFor = (page: Page, own: readonly Page[] = []): readonly string[] | undefined =>
  similarPages(incident, [...own, page])[0]?.reasons;

describe('a page looks like an incident', () => {
  const alert = (name: string): Partial<Page> => ({ labels: { alertname: name } });
  const own = pageOf('own', { ...alert('HighLatency'), incidentId: INCIDENT, status: 'acknowledged' });
  it.each([
    [
      'of the same service, whenever it came',
      { service: 'checkout', startedAt: T0 + 9 * HOUR_MS },
      ['service'],
    ],
    ['whose service is written in another way', { service: ' Checkout' }, ['service']],
    ['of the same words at the same time', { title: 'checkout IS down!' }, ['title']],
    ['of the same alert at the same time', alert('highlatency'), ['alert']],
    ['of service and title', { service: 'checkout', title: 'Checkout is down (3)' }, ['service', 'title']],
  ])('%s', (_, changes, reasons) => {
    expect(reasonsFor(other(changes), [own])).toEqual(reasons);
  });

  it.each([
    ['of the same words an hour later', { title: 'Checkout is down', startedAt: T0 + HOUR_MS }],
    ['of the same alert an hour later', { ...alert('HighLatency'), startedAt: T0 - HOUR_MS }],
    ['with nothing but its time', {}],
    ['with few words in common', { title: 'Checkout queue of mails grows' }],
    ['with figures in common', { title: '12 99 7' }],
    ['that somebody has taken', { service: 'checkout', status: 'acknowledged' as const }],
    ['that is over', { service: 'checkout', status: 'resolved' as const }],
    ['that is its own, ringing again', { service: 'checkout', incidentId: INCIDENT }],
    ['that is a test', { service: 'checkout', test: true }],
  ])('not one %s', (_, changes) => {
    expect(reasonsFor(other(changes), [own])).toBeUndefined();
  });

  it('with half of its words in common, where the rest adds up; not with those and its time alone', () => {
    const short = incidentOf({ title: 'Disk full', service: 'storage' });
    const half = pageOf('half', {
      title: 'Disk',
      service: 'other',
      startedAt: T0 + 9 * HOUR_MS,
      ...alert('Disk'),
    });
    const its = pageOf('its', {
      ...alert('Disk'),
      title: 'Disk full',
      incidentId: INCIDENT,
      status: 'acknowledged',
    });
    expect(similarPages(short, [its, half])[0]?.reasons).toEqual(['alert', 'title']);
    const near = { ...half, labels: {}, startedAt: short.detectedAt };
    expect(similarPages(short, [its, near])).toEqual([]);
  });

  it('alike by its id, of equals', () => {
    const pages = ['c', 'a', 'b'].map((id) => pageOf(id, { title: 'x', service: 'checkout', startedAt: T0 }));
    expect(similarPages(incident, pages).map(({ item }) => item.id)).toEqual(['a', 'b', 'c']);
  });

  it('not without a service: nothing equals nothing', () => {
    const nameless = incidentOf({ title: '', service: '' });
    expect(similarPages(nameless, [other({ title: '', service: '' })])).toEqual([]);
  });

  it('the more alike, the earlier', () => {
    const pages = [
      pageOf('late', { title: 'x', service: 'checkout', startedAt: T0 + 50 * MINUTE_MS }),
      pageOf('same', { title: 'Checkout is down', service: 'checkout', startedAt: T0 }),
      pageOf('near', { title: 'x', service: 'checkout', startedAt: T0 + MINUTE_MS }),
    ];
    expect(similarPages(incident, pages).map(({ item }) => item.id)).toEqual(['same', 'near', 'late']);
  });
});

describe('an incident looks like a page', () => {
  const page = other({ service: 'checkout' });
  it('while it is being handled', () => {
    expect(similarIncidents(page, [incident], [page]).map(({ item }) => item.id)).toEqual([INCIDENT]);
    for (const over of [{ resolvedAt: T0 }, { closedAt: T0 }, { test: true }])
      expect(similarIncidents(page, [{ ...incident, ...over }], [page])).toEqual([]);
  });

  it('by the pages it has now', () => {
    const elsewhere = incidentOf({ title: 'Ledger', service: 'ledger' });
    const joined = pageOf('joined', { service: 'checkout', incidentId: INCIDENT, status: 'acknowledged' });
    expect(similarIncidents(page, [elsewhere], [page, joined])[0]?.reasons).toEqual(['service']);
    expect(similarIncidents(page, [elsewhere], [page, { ...joined, incidentId: page.id as never }])).toEqual(
      [],
    );
    expect(pagesOf(elsewhere, [page, joined])).toEqual([joined]);
  });
});

describe('any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('__proto__', 'constructor', '\u202e\u0000', '결제 서버 다운', 'ﬁ', 'a'.repeat(100_000)),
  );
  const page = fc.record({ title: text, service: text, label: text, startedAt: fc.integer() });
  const make = (
    id: string,
    { label, ...rest }: { label: string; title: string; service: string; startedAt: number },
  ) =>
    pageOf(id, {
      ...rest,
      labels: JSON.parse(`{"__proto__":"x","alertname":${JSON.stringify(label)}}`) as never,
    });

  it('is compared both ways alike, and a thing is as alike to itself as to any other', () => {
    fc.assert(
      fc.property(page, page, (one, two) => {
        const from = (a: typeof one, b: typeof one) =>
          similarPages(incidentOf({ title: a.title, service: a.service, detectedAt: a.startedAt }), [
            make('b', b),
          ])[0];
        const bare = (each: typeof one) => ({ ...each, label: '' });
        expect(from(bare(one), bare(two))?.score).toBe(from(bare(two), bare(one))?.score);
        const self = from(bare(one), bare(one))?.score ?? 0;
        expect(self).toBeGreaterThanOrEqual(from(bare(one), bare(two))?.score ?? 0);
        from(one, two);
      }),
    );
  });

  it('of a storm is compared in no time', () => {
    const pages = Array.from({ length: 5000 }, (_, index) =>
      pageOf(`p${index}`, { title: `page ${index} of ${'word '.repeat(50)}`, service: 'checkout' }),
    );
    const from = performance.now();
    expect(similarPages(incident, pages).length).toBeLessThanOrEqual(300);
    // Not a measure: a slip into comparing all with all would take seconds.
    expect(performance.now() - from).toBeLessThan(2000);
  });
});
