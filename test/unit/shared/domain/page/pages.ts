import { asPageId } from '#shared/domain/ids.ts';
import type { Page } from '#shared/domain/page/page.ts';
import type { PageInput, ReadingContext } from '#shared/domain/page/page-input.ts';
import { RECEIVED, T0 } from '../event/events.ts';

/** A page as an adapter hands it over. */
export function inputOf(overrides: Partial<PageInput> = {}): PageInput {
  return { ...RECEIVED, action: 'firing', ...overrides };
}

/** A firing page that arrived at T0. */
export function pageOf(id: string, overrides: Partial<Page> = {}): Page {
  return {
    ...RECEIVED,
    id: asPageId(id),
    receivedAt: T0,
    alarmFrom: T0,
    status: 'firing',
    ...overrides,
  };
}

/** Not a hash, but distinct for distinct texts and of a hash's length. */
export function fakeHash(text: string): string {
  let sum = 7;
  for (const unit of text.split('')) sum = (sum * 31 + unit.charCodeAt(0)) % 0xffffffff;
  return `${sum.toString(16).padStart(8, '0')}${text.length.toString(16).padStart(8, '0')}`.repeat(4);
}

export const READING: ReadingContext = { now: T0, unknownSeverity: 'SEV-2', hash: fakeHash };
