import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import { readGenericPage } from '#shared/domain/page/generic-page.ts';
import { LIMITS, type PageInput } from '#shared/domain/page/page-input.ts';
import { SEVERITIES } from '#shared/domain/severity.ts';
import { T0 } from '../event/events.ts';
import { HARMFUL } from './harmful.ts';
import { fakeHash, READING } from './pages.ts';

function read(value: unknown): PageInput {
  const result = readGenericPage(value, READING);
  if (!result.ok) throw new Error(`${result.path} ${result.detail}`);
  return result.page;
}

function warned(value: unknown): string[] {
  return read(value).warnings.map(({ path, detail }) => `${path} ${detail}`);
}

describe('a whole page', () => {
  it('is read as it is', () => {
    const page = {
      title: 'Disk full',
      severity: 'critical',
      summary: 'db-1\n95 %',
      service: 'database',
      key: 'disk:db-1',
      startedAt: '2026-11-23T10:59:00+09:00',
      faultStartedAt: '2026-11-23T01:50:00Z',
      status: 'firing',
      links: [{ label: 'Graph', url: 'https://graphs.example/d/1?x=1' }],
      labels: { region: 'ap-northeast-2' },
      somethingElse: true,
      // Nobody from outside can have a page taken for one of a drill.
      drill: 'drill-1',
    };
    expect(read(page)).toEqual({
      source: 'api',
      key: 'disk:db-1',
      sourceStartedAt: '2026-11-23T01:59:00.000Z',
      action: 'firing',
      title: 'Disk full',
      severity: 'SEV-1',
      severityReason: 'sender',
      severityWord: 'critical',
      summary: 'db-1\n95 %',
      service: 'database',
      startedAt: T0 - MINUTE_MS,
      faultStartedAt: T0 - 10 * MINUTE_MS,
      links: [{ label: 'Graph', url: 'https://graphs.example/d/1?x=1' }],
      labels: { region: 'ap-northeast-2' },
      warnings: [],
      test: false,
    });
  });

  it('may be a title alone', () => {
    expect(read({ title: 'x' })).toEqual({
      source: 'api',
      key: `~${fakeHash('["x",""]').slice(0, 32)}`,
      action: 'firing',
      title: 'x',
      severity: 'SEV-2',
      severityReason: 'not-given',
      summary: '',
      service: '',
      startedAt: T0,
      links: [],
      labels: {},
      warnings: [],
      test: false,
    });
  });
});

describe('only this is refused', () => {
  it.each([
    ['null', null, ''],
    ['a list', [{ title: 'x' }], ''],
    ['text', 'x', ''],
    ['a number', 1, ''],
    ['no title', {}, '/title'],
    ['a title of another type', { title: 5 }, '/title'],
    ['an empty title', { title: '' }, '/title'],
    ['a blank title', { title: ' \n\t ' }, '/title'],
  ])('%s', (_, value, path) => {
    expect(readGenericPage(value, READING)).toMatchObject({ ok: false, path });
  });
});

describe('without a key', () => {
  const key = (value: object): string => read(value).key;
  const long = 'x'.repeat(400);

  it('the title and service stand for it', () => {
    expect(key({ title: 'a', service: 'b' })).toBe(key({ title: 'a', service: 'b', summary: 'c' }));
    expect(key({ title: 'a', service: 'b' })).not.toBe(key({ title: 'a', service: 'c' }));
    expect(key({ title: 'a', service: 'b' })).not.toBe(key({ title: 'a' }));
    expect(key({ title: 'ab', service: '' })).not.toBe(key({ title: 'a', service: 'b' }));
  });

  it('also what is too long to show tells pages apart', () => {
    expect(key({ title: `${long}1` })).not.toBe(key({ title: `${long}2` }));
    expect(key({ title: 'a', service: `${long}1` })).not.toBe(key({ title: 'a', service: `${long}2` }));
  });

  it.each([
    ['blank', ' ', ['/key is not a usable string; the title and service are used']],
    ['a number', 5, ['/key is not a usable string; the title and service are used']],
    ['null', null, []],
  ])('which is %s', (_, value, expected) => {
    expect(key({ title: 'a', key: value })).toBe(key({ title: 'a' }));
    expect(warned({ title: 'a', key: value })).toEqual(expected);
  });
});

describe('a status', () => {
  it.each([
    ['resolved', 'resolved', []],
    ['firing', 'firing', []],
    [undefined, 'firing', []],
    [null, 'firing', []],
    ['RESOLVED', 'firing', ['/status is neither firing nor resolved; taken as firing']],
    [true, 'firing', ['/status is neither firing nor resolved; taken as firing']],
  ])('%s is taken as %s', (status, action, expected) => {
    expect(read({ title: 'x', status }).action).toBe(action);
    expect(warned({ title: 'x', status })).toEqual(expected);
  });
});

describe('dates', () => {
  it.each([
    ['1970-01-01T00:00:00Z', ['/startedAt is over a year old; the arrival time is used']],
    ['9999-12-31T23:59:59Z', ['/startedAt is more than 5 minutes ahead; the arrival time is used']],
    ['soon', ['/startedAt is not an ISO 8601 date and time; the arrival time is used']],
  ])('%s: the arrival counts, and what was said is no identity', (startedAt, expected) => {
    const page = read({ title: 'x', startedAt });
    expect(page.startedAt).toBe(T0);
    expect(page).not.toHaveProperty('sourceStartedAt');
    expect(page.warnings.map(({ path, detail }) => `${path} ${detail}`)).toEqual(expected);
  });

  it('ahead by the mistake of a clock or a time zone are one page, also once they have come true', () => {
    const startedAt = new Date(T0 + 9 * HOUR_MS).toISOString();
    const early = read({ title: 'x', startedAt });
    const redelivered = readGenericPage({ title: 'x', startedAt }, { ...READING, now: T0 + 9 * HOUR_MS });
    expect(early.startedAt).toBe(T0);
    expect(early.warnings).toMatchObject([{ code: 'start-ahead' }]);
    expect(redelivered).toMatchObject({ page: { key: early.key, sourceStartedAt: early.sourceStartedAt } });
    expect(read({ title: 'x', startedAt: new Date(T0 + DAY_MS + 1).toISOString() })).not.toHaveProperty(
      'sourceStartedAt',
    );
  });

  it('of the fault are left out when they cannot be believed', () => {
    expect(read({ title: 'x', faultStartedAt: 'soon' })).not.toHaveProperty('faultStartedAt');
    expect(warned({ title: 'x', faultStartedAt: 'soon' })).toEqual([
      '/faultStartedAt is not an ISO 8601 date and time; it was left out',
    ]);
  });
});

describe('links', () => {
  const links = (...values: unknown[]) => read({ title: 'x', links: values }).links;

  it.each([
    ['https', 'https://a.example/x', 'https://a.example/x'],
    ['http', 'http://a.example', 'http://a.example/'],
    ['in capitals', 'HTTPS://A.EXAMPLE/X', 'https://a.example/X'],
    ['beyond ASCII', 'https://a.example/디스크', 'https://a.example/%EB%94%94%EC%8A%A4%ED%81%AC'],
    ['with an override', 'https://a.example/\u202egpj', 'https://a.example/%E2%80%AEgpj'],
  ])('%s', (_, url, expected) => {
    expect(links({ label: 'l', url })).toEqual([{ label: 'l', url: expected }]);
    expect(warned({ title: 'x', links: [{ url }] })).toEqual([]);
  });

  it.each([
    ['javascript', { url: 'javascript:alert(1)' }],
    ['javascript in disguise', { url: ' java\nscript:alert(1)' }],
    ['data', { url: 'data:text/html,x' }],
    ['file', { url: 'file:///etc/passwd' }],
    ['of a program', { url: 'steam://run/1' }],
    ['without a scheme', { url: 'a.example' }],
    ['without a host', { url: 'https://' }],
    ['without an address', { label: 'x' }],
    ['too long', { url: `https://a.example/${'x'.repeat(2000)}` }],
    ['too long once escaped', { url: `https://a.example/${'가'.repeat(500)}` }],
    ['that are text', 'https://a.example'],
    ['that are null', null],
  ])('%s are left out', (_, link) => {
    expect(links(link)).toEqual([]);
    expect(warned({ title: 'x', links: [link] })).toEqual([
      '/links/0 is not a link to an http or https address',
    ]);
  });

  it('without a label are named by their host', () => {
    expect(links({ url: 'https://a.example:8443/x' })).toEqual([
      { label: 'a.example:8443', url: 'https://a.example:8443/x' },
    ]);
    expect(links({ url: 'https://a.example', label: ' ' })[0]?.label).toBe('a.example');
    expect(links({ url: 'https://a.example', label: 5 })[0]?.label).toBe('a.example');
  });

  it('beyond twenty are left out, and said so', () => {
    const many = Array.from({ length: 21 }, (_, index) => ({ url: `https://a.example/${index}` }));
    expect(links(...many)).toHaveLength(20);
    expect(warned({ title: 'x', links: many })).toEqual(['/links has over 20 links; the rest were left out']);
    expect(warned({ title: 'x', links: many.slice(1) })).toEqual([]);
  });

  it('that are no list are left out', () => {
    expect(warned({ title: 'x', links: { url: 'https://a.example' } })).toEqual([
      '/links is not a list and was left out',
    ]);
  });
});

describe('labels', () => {
  it('that are not strings are left out', () => {
    const page = { title: 'x', labels: { a: '1', b: 2, c: null, d: { e: 'f' } } };
    expect(read(page).labels).toEqual({ a: '1' });
    expect(warned(page)).toEqual(
      ['b', 'c', 'd'].map((name) => `/labels/${name} is not a string and was left out`),
    );
  });

  it('may be called what they like', () => {
    const labels: unknown = JSON.parse('{"__proto__":"a","constructor":"b","":"c"}');
    const names = Object.entries(read({ title: 'x', labels }).labels);
    expect(names).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
      ['', 'c'],
    ]);
  });

  it('beyond sixty-four are left out, and said so', () => {
    const labels = Object.fromEntries(Array.from({ length: 65 }, (_, index) => [`l${index}`, 'x']));
    expect(Object.keys(read({ title: 'x', labels }).labels)).toHaveLength(64);
    expect(warned({ title: 'x', labels })).toEqual(['/labels has over 64 labels; the rest were left out']);
  });

  it('that are no map are left out', () => {
    expect(warned({ title: 'x', labels: ['a'] })).toEqual(['/labels is not a map and was left out']);
  });
});

it('shortens 200 kB of title, and says so', () => {
  const title = '긴'.repeat(200_000);
  expect(read({ title }).title).toBe(`${'긴'.repeat(LIMITS.title - 1)}…`);
  expect(warned({ title })).toEqual(['/title was shortened from 200000 to 300 characters']);
});

describe('whatever an object with a title holds', () => {
  const odd = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary', maxLength: 700 }),
    fc.constantFrom('1970-01-01T00:00:00Z', '9999-12-31T23:59:59Z', 'javascript:1', '\u202e\u0000', '\ud83d'),
  );
  const pages = fc.record(
    {
      title: fc.oneof(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 700 }),
        fc.constant('\u202e\ud83d'),
      ),
      severity: odd,
      summary: odd,
      service: odd,
      key: odd,
      startedAt: odd,
      faultStartedAt: odd,
      status: odd,
      links: fc.oneof(odd, fc.array(fc.record({ label: odd, url: fc.oneof(odd, fc.webUrl()) }))),
      labels: fc.oneof(odd, fc.dictionary(fc.string({ unit: 'binary' }), odd)),
    },
    { requiredKeys: ['title'] },
  );
  const lines = ({ warnings: _warnings, ...page }: PageInput): string[] => [
    page.key,
    page.sourceStartedAt ?? '',
    page.title,
    page.severityWord ?? '',
    page.service,
    ...page.links.flatMap(({ label, url }) => [label, url]),
    ...Object.entries(page.labels).flat(),
  ];

  it('is read, within its limits and without harm', () => {
    fc.assert(
      fc.property(pages, (value) => {
        const result = readGenericPage(value, READING);
        if (!result.ok) {
          expect(value.title.trim()).toBe('');
          return;
        }
        const { page } = result;
        for (const line of lines(page)) expect(line).not.toMatch(HARMFUL);
        for (const line of lines(page)) expect(line.isWellFormed() && !line.includes('\n')).toBe(true);
        expect(page.summary).not.toMatch(HARMFUL);
        for (const { path, detail } of page.warnings) expect(path + detail).not.toMatch(HARMFUL);
        expect(page.title.length).toBeGreaterThan(0);
        expect(page.title.length).toBeLessThanOrEqual(LIMITS.title);
        expect(page.summary.length).toBeLessThanOrEqual(LIMITS.summary);
        expect(page.service.length).toBeLessThanOrEqual(LIMITS.service);
        expect(page.key.length).toBeLessThanOrEqual(LIMITS.key);
        expect(page.links.length).toBeLessThanOrEqual(LIMITS.links);
        for (const { label, url } of page.links) {
          expect(label.length).toBeLessThanOrEqual(LIMITS.label);
          expect(url).toMatch(/^https?:\/\/[\x21-\x7e]{1,1992}$/);
        }
        expect(SEVERITIES).toContain(page.severity);
        expect(Math.abs(page.startedAt - T0)).toBeLessThanOrEqual(366 * 24 * 60 * MINUTE_MS);
      }),
      { numRuns: 300 },
    );
  });
});
