import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asPageId, type PageId } from '#shared/domain/ids.ts';
import { decideIntake } from '#shared/domain/page/intake.ts';
import type { Page } from '#shared/domain/page/page.ts';
import type { PageInput } from '#shared/domain/page/page-input.ts';
import { T0 } from '../event/events.ts';
import { inputOf, pageOf } from './pages.ts';

const S1 = '2026-11-23T02:00:00.000Z';
const S2 = '2026-11-23T03:00:00.000Z';
const S3 = '2026-11-23T04:00:00.000Z';
const open = (id: string, sourceStartedAt?: string): Page =>
  pageOf(id, sourceStartedAt === undefined ? {} : { sourceStartedAt });
const taken = (id: string, sourceStartedAt?: string): Page => ({
  ...open(id, sourceStartedAt),
  status: 'acknowledged',
});
const over = (id: string, sourceStartedAt?: string, resolvedBy: Page['resolvedBy'] = 'source'): Page => ({
  ...open(id, sourceStartedAt),
  status: 'resolved',
  resolvedBy,
});
/** Resolved by a person, and then over at its source as well. */
const endedLater = (id: string, sourceStartedAt?: string): Page => ({
  ...over(id, sourceStartedAt, 'person'),
  endedAtSourceAt: T0,
});
const message = (action: PageInput['action'], sourceStartedAt?: string): PageInput =>
  inputOf({ action, ...(sourceStartedAt === undefined ? {} : { sourceStartedAt }) });
const firing = (sourceStartedAt?: string): PageInput => message('firing', sourceStartedAt);
const resolved = (sourceStartedAt?: string): PageInput => message('resolved', sourceStartedAt);
const anew = { kind: 'new', resolved: false, alsoResolve: [] };
const known = (pageId: string) => ({ kind: 'duplicate', pageId });
const ends = (pageId: string, ...resolve: string[]) => ({ kind: 'resolve', pageId, resolve });
const bornOver = (...alsoResolve: string[]) => ({ kind: 'new', resolved: true, alsoResolve });

describe('what a message means (public interface, "What is a duplicate")', () => {
  it.each<[string, PageInput, Page[], unknown]>([
    ['the first of its key', firing(), [], anew],
    ['the first of its key, with a start', firing(S1), [], anew],
    ['the same start again: a redelivery', firing(S1), [open('a', S1)], known('a')],
    ['the same start, acknowledged', firing(S1), [taken('a', S1)], known('a')],
    ['the same start, resolved at its source', firing(S1), [over('a', S1)], known('a')],
    ['the same start, resolved by a person', firing(S1), [over('a', S1, 'person')], known('a')],
    ['another start while one is open', firing(S2), [open('a', S1)], anew],
    ['another start after a resolution', firing(S2), [over('a', S1)], anew],
    ['no start while one is open', firing(), [open('a')], known('a')],
    ['no start while one with a start is open', firing(), [open('a', S1)], known('a')],
    ['no start while one is acknowledged', firing(), [taken('a')], known('a')],
    ['no start while two are open: the later', firing(), [open('a', S1), open('b', S2)], known('b')],
    ['no start after a resolution', firing(), [over('a')], anew],
    ['no start after a resolution with a start', firing(), [over('a', S1)], anew],
    ['a start while one without is open', firing(S1), [open('a')], anew],
    ['a firing whose later end was seen', firing(S1), [over('a', S2)], { ...anew, resolved: true }],
    ['a firing later than an end', firing(S2), [over('a', S1)], anew],
    ['a firing before what a person resolved', firing(S1), [over('a', S2, 'person')], anew],
    ['an end of nothing, without a start', resolved(), [], bornOver()],
    ['an end before its firing', resolved(S1), [], bornOver()],
    ['an end of the open one', resolved(S1), [open('a', S1)], ends('a', 'a')],
    ['an end of the acknowledged one', resolved(S1), [taken('a', S1)], ends('a', 'a')],
    ['an end again', resolved(S1), [over('a', S1)], known('a')],
    ['an end without a start again', resolved(), [over('a')], known('a')],
    ['an end of what a person resolved', resolved(S1), [over('a', S1, 'person')], ends('a', 'a')],
    [
      'an end of what a person resolved, without a start',
      resolved(),
      [over('a', S1, 'person')],
      ends('a', 'a'),
    ],
    ['an end of what a person resolved, again', resolved(S1), [endedLater('a', S1)], known('a')],
    [
      'an end of an open one and of what a person resolved',
      resolved(),
      [open('a'), over('b', S1, 'person')],
      ends('a', 'a', 'b'),
    ],
    ['an end of an older start than a person resolved', resolved(S1), [over('a', S2, 'person')], bornOver()],
    [
      'a firing before what a person resolved and the source ended',
      firing(S1),
      [endedLater('a', S2)],
      { ...anew, resolved: true },
    ],
    ['an end without a start ends all', resolved(), [open('a', S1), taken('b')], ends('b', 'a', 'b')],
    ['an end without a start leaves what is over', resolved(), [over('a'), open('b')], ends('b', 'b')],
    ['an end of a page without a start', resolved(S1), [open('a')], ends('a', 'a')],
    ['an end of an older start leaves the newer', resolved(S1), [open('a', S2)], bornOver()],
    ['an end known already leaves the newer', resolved(S1), [over('a', S1), open('b', S2)], known('a')],
    ['an end of a newer start ends the older', resolved(S2), [open('a', S1)], bornOver('a')],
    ['an end ends its own and the older', resolved(S2), [open('a', S1), open('b', S2)], ends('b', 'a', 'b')],
    [
      'an end of the middle one',
      resolved(S2),
      [open('a', S1), open('b', S2), open('c', S3)],
      ends('b', 'a', 'b'),
    ],
  ])('%s', (_, input, pages, expected) => {
    expect(decideIntake(input, pages)).toEqual(expected);
  });
});

describe('a severity on a redelivery', () => {
  const raise = { from: 'SEV-2', to: 'SEV-1' };
  it.each<[string, PageInput['severity'], Page, unknown]>([
    ['higher, open', 'SEV-1', open('a', S1), { ...known('a'), raise }],
    ['higher, acknowledged', 'SEV-1', taken('a', S1), { ...known('a'), raise }],
    ['higher, resolved', 'SEV-1', over('a', S1), known('a')],
    ['the same', 'SEV-2', open('a', S1), known('a')],
    ['lower', 'SEV-3', open('a', S1), known('a')],
  ])('%s', (_, severity, page, expected) => {
    expect(decideIntake({ ...firing(S1), severity }, [page])).toEqual(expected);
  });
});

describe('a start that cannot be read', () => {
  it.each([
    ['run 1', 'run 2'],
    ['1', '2'],
    ['2026-11-23T10:00:00', '2026-11-23T11:00:00'],
    ['2026-11-23', '2026-11-24'],
    ['March 7', 'March 8'],
  ])('"%s" is not ended by "%s"', (start, end) => {
    expect(decideIntake(resolved(end), [open('a', start)])).toEqual(bornOver());
    expect(decideIntake(firing(start), [over('a', end)])).toEqual(anew);
  });

  it('is equal to itself', () => {
    expect(decideIntake(firing('run 1'), [open('a', 'run 1')])).toEqual(known('a'));
    expect(decideIntake(resolved('run 1'), [open('a', 'run 1')])).toEqual(ends('a', 'a'));
  });
});

/** One source and key as the log would keep it. */
class Shelf {
  pages: Page[] = [];
  /** How often a page of its own was made for each start, and which of them rang. */
  readonly made = new Map<string, number>();
  rang = 0;

  take(input: PageInput): void {
    const decision = decideIntake(input, this.pages);
    if (decision.kind === 'duplicate') return;
    const start = input.sourceStartedAt ?? '';
    if (decision.kind === 'new') {
      const id = asPageId(`page-${this.pages.length}`);
      this.made.set(start, (this.made.get(start) ?? 0) + 1);
      if (!decision.resolved) this.rang += 1;
      this.pages.push(open(id, input.sourceStartedAt));
      this.#end([...(decision.resolved ? [id] : []), ...decision.alsoResolve]);
    } else {
      this.#end(decision.resolve);
    }
  }

  open(): string[] {
    return this.pages
      .filter(({ status }) => status !== 'resolved')
      .map(({ sourceStartedAt }) => sourceStartedAt ?? '')
      .toSorted();
  }

  #end(ids: readonly PageId[]): void {
    this.pages = this.pages.map((page) =>
      ids.includes(page.id) && page.status !== 'resolved' ? over(page.id, page.sourceStartedAt) : page,
    );
  }
}

describe('messages of one key with starts, in any order and any number', () => {
  const starts = fc.constantFrom(S1, S2, S3, 'run 1', 'run 2');
  const messages = fc.array(fc.tuple(fc.constantFrom('firing' as const, 'resolved' as const), starts), {
    maxLength: 12,
  });
  const delivered = messages.chain((sent) =>
    fc.tuple(
      fc.constant(sent),
      fc.array(fc.nat({ max: Math.max(0, sent.length - 1) }), { maxLength: 8 }).chain((again) => {
        const all = [...sent, ...again.flatMap((index) => sent.slice(index, index + 1))];
        return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
      }),
    ),
  );
  const isOver = (start: string, end: string) =>
    start === end || (start.startsWith('2026') && end.startsWith('2026') && start < end);

  it('leave open what fired and was not ended by an end of its own or a later start', () => {
    fc.assert(
      fc.property(delivered, ([sent, arriving]) => {
        const shelf = new Shelf();
        for (const [action, start] of arriving) shelf.take(message(action, start));
        const ended = sent.flatMap(([action, start]) => (action === 'resolved' ? [start] : []));
        const fired = new Set(sent.flatMap(([action, start]) => (action === 'firing' ? [start] : [])));
        const expected = [...fired].filter((start) => !ended.some((end) => isOver(start, end))).toSorted();
        expect(shelf.open()).toEqual(expected);
      }),
    );
  });

  it('never make a second page of one start, nor ring for it twice', () => {
    fc.assert(
      fc.property(delivered, ([sent, arriving]) => {
        const shelf = new Shelf();
        for (const [action, start] of arriving) shelf.take(message(action, start));
        expect(Math.max(0, ...shelf.made.values())).toBeLessThanOrEqual(1);
        expect(shelf.rang).toBeLessThanOrEqual(new Set(sent.map(([, start]) => start)).size);
      }),
    );
  });

  it('are never silenced by the end of an older start', () => {
    fc.assert(
      fc.property(delivered, ([, arriving]) => {
        const shelf = new Shelf();
        for (const [action, start] of arriving) {
          const before = new Set(shelf.open());
          shelf.take(message(action, start));
          const silenced = [...before].filter((each) => !shelf.open().includes(each));
          for (const each of silenced) expect(action === 'resolved' && isOver(each, start)).toBe(true);
        }
      }),
    );
  });
});

describe('messages without a start', () => {
  it('ring once while open, and again after an end', () => {
    const shelf = new Shelf();
    for (const action of ['firing', 'firing', 'resolved', 'resolved', 'firing', 'firing'] as const) {
      shelf.take(message(action));
    }
    expect(shelf.rang).toBe(2);
    expect(shelf.open()).toHaveLength(1);
  });
});
