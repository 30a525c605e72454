import { describe, expect, it } from 'vitest';
import type { TrayEntry } from '#shared/domain/alerting/tray-view.ts';
import { asIncidentId, asPageId } from '#shared/domain/ids.ts';
import { neighbourOf, selectionOf } from '../../../../src/renderer/app/neighbour.ts';

const entry = (ids: Pick<TrayEntry, 'pageId' | 'incidentId'>): TrayEntry => ({
  kind: ids.pageId === undefined ? 'incident' : 'page',
  title: '',
  severity: 'SEV-1',
  late: false,
  ...ids,
});
// The same id in both kinds: they are told apart.
const page = entry({ pageId: asPageId('1') });
const incident = entry({ incidentId: asIncidentId('1') });
const last = entry({ incidentId: asIncidentId('2') });
const entries = [page, incident, last];

describe('the neighbour of what is selected', () => {
  it.each([
    ['next', page, 1, 1],
    ['next', incident, 1, 2],
    ['next, round the end', last, 1, 0],
    ['previous', incident, -1, 0],
    ['previous, round the start', page, -1, 2],
  ] as const)('is the %s', (_, from, step, to) => {
    expect(neighbourOf(entries, selectionOf(from), step)).toBe(to);
  });

  it('is the most urgent from nowhere, and from what has ended', () => {
    const ended = { kind: 'incident', incidentId: asIncidentId('3') } as const;
    for (const step of [1, -1] as const) {
      expect(neighbourOf(entries, undefined, step)).toBe(0);
      expect(neighbourOf(entries, ended, step)).toBe(0);
    }
  });

  it('is itself where it is alone, and nothing where nothing is open', () => {
    expect(neighbourOf([page], selectionOf(page), 1)).toBe(0);
    expect(neighbourOf([], selectionOf(page), 1)).toBe(-1);
  });
});
