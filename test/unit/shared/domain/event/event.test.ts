import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKnown, readEvent } from '#shared/domain/event/event.ts';
import { idFromMark } from '#shared/domain/event/id-clock.ts';
import { Minter, RECEIVED, T0 } from './events.ts';

describe('reading an event of another replica', () => {
  const id = idFromMark({ at: T0, counter: 3 }, new Uint8Array(8));
  const good = {
    id,
    type: 'page.received',
    v: 1,
    pageId: 'page-1',
    author: 'tplus',
    origin: 'origin-1',
    occurredAt: T0,
    recordedAt: T0,
    payload: { ...RECEIVED, sourceStartedAt: '2026-11-23T02:00:00.000Z', faultStartedAt: T0 - 60_000 },
  };

  it('takes a good one as it is', () => {
    expect(readEvent(good)).toEqual(good);
    expect(readEvent(JSON.parse(JSON.stringify(good)))).toEqual(good);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['text', 'event'],
    ['a list', [good]],
    ['no id', { ...good, id: undefined }],
    ['an id of another kind', { ...good, id: '0192e4a0-0000-7000-8000-000000000000' }],
    ['an id in capitals', { ...good, id: id.toUpperCase().replace('8', 'A') }],
    ['an id and more', { ...good, id: `${id}0` }],
    ['no type', { ...good, type: '' }],
    ['an endless type', { ...good, type: 'x'.repeat(65) }],
    ['version 0', { ...good, v: 0 }],
    ['half a version', { ...good, v: 1.5 }],
    ['an endless page id', { ...good, pageId: 'x'.repeat(65) }],
    ['half a millisecond', { ...good, occurredAt: 0.5 }],
    ['no instant', { ...good, recordedAt: Number.NaN }],
    ['an instant that no date can hold', { ...good, recordedAt: 1e300 }],
    ['an instant just beyond dates', { ...good, occurredAt: 8_640_000_000_000_001 }],
    ['a payload of another type', { ...good, payload: { text: 'note' } }],
    ['a severity nobody knows', { ...good, payload: { ...good.payload, severity: 'SEV-0' } }],
    ['a start that no date can hold', { ...good, payload: { ...good.payload, startedAt: 1e18 } }],
    ['links that are not links', { ...good, payload: { ...good.payload, links: ['x'] } }],
  ])('refuses %s', (_, value) => {
    expect(readEvent(value)).toBeUndefined();
  });

  it.each([
    ['an unknown type', { ...good, type: 'page.snoozed', payload: { anything: [1, { a: null }] } }],
    ['a newer version of a known type', { ...good, v: 2, payload: { other: true } }],
    ['a type named like a property of every object', { ...good, type: 'constructor', payload: 1 }],
  ])('keeps %s whole', (_, value) => {
    expect(readEvent(value)).toEqual(value);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(() => readEvent(value)).not.toThrow();
      }),
    );
  });
});

it('knows version 1 of the types it knows', () => {
  const minter = new Minter();
  const note = minter.event('note.added', { text: 'x' });
  expect(isKnown(note)).toBe(true);
  expect(isKnown({ ...note, v: 2 })).toBe(false);
  expect(isKnown(minter.unknown('page.snoozed', {}))).toBe(false);
  expect(isKnown(minter.unknown('toString', {}))).toBe(false);
});
