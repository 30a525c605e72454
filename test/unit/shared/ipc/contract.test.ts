import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { contract, type RequestName } from '#shared/ipc/contract.ts';

const takes = (name: RequestName, value: unknown): boolean =>
  v.safeParse(contract.request[name].input, value).success;

describe('what a window may send', () => {
  it.each<[RequestName, unknown]>([
    ['log.read', { after: 0 }],
    ['log.ids', { after: 5 }],
    ['log.fetch', { ids: ['a'] }],
    ['log.offer', { events: [{}, null] }],
    ['command.run', { type: 'undo', eventId: 'x' }],
    ['app.snapshot', undefined],
    ['settings.change', { language: 'ko' }],
    ['settings.change', {}],
    ['clipboard.write', { text: '' }],
    ['clipboard.write', { text: 'a', html: '<b>a</b>' }],
    ['link.open', { url: 'https://a.example' }],
    ['degraded.dismiss', { reason: 'log-rebuilt' }],
    ['page.original', { pageId: 'x' }],
  ])('%s %j', (name, value) => {
    expect(takes(name, value)).toBe(true);
  });

  it.each<[RequestName, unknown]>([
    ['log.read', undefined],
    ['log.read', { after: -1 }],
    ['log.read', { after: 0.5 }],
    ['log.read', { after: '0' }],
    ['log.fetch', { ids: [5] }],
    ['log.fetch', { ids: ['x'.repeat(65)] }],
    ['log.fetch', { ids: Array.from({ length: 2001 }, () => 'a') }],
    ['log.offer', { events: Array.from({ length: 2001 }, () => null) }],
    ['command.run', { type: 'drop' }],
    ['app.snapshot', {}],
    ['settings.change', { language: 'fr' }],
    ['settings.change', { receiverPort: 80 }],
    ['settings.change', { unknown: true }],
    ['clipboard.write', {}],
    ['clipboard.write', { text: 'x'.repeat(200_001) }],
    ['link.open', { url: 'x'.repeat(2001) }],
    ['degraded.dismiss', { reason: 'none' }],
  ])('%s, but not that (%#)', (name, value) => {
    expect(takes(name, value)).toBe(false);
  });
});
