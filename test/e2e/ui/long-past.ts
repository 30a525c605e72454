import type { Page } from '@playwright/test';
import { HOUR_MS, MINUTE_MS } from '#shared/domain/duration.ts';
import { isKnown, type TplusEvent } from '#shared/domain/event/event.ts';
import { expect } from '../../support/fixtures.ts';
import { SEVERITIES } from '#shared/domain/severity.ts';

/**
 * Puts many incidents that are over into the log, as another replica hands them over: each nine hours before the last.
 * @param like of an incident that is there, whose playbook they run by
 */
export async function offerPast(
  page: Page,
  like: readonly TplusEvent[],
  titles: readonly string[],
): Promise<void> {
  const opening = like.filter(isKnown).find((event) => event.type === 'incident.opened');
  if (opening?.type !== 'incident.opened') throw new Error('no incident to be like');
  const { payload } = opening;
  const events = titles.flatMap((title, index) => {
    const detectedAt = payload.detectedAt - (index + 1) * 9 * HOUR_MS;
    const incidentId = `past-${index}`;
    const severity = SEVERITIES[index % SEVERITIES.length];
    const event = (place: number, type: string, minutes: number, said: unknown) => ({
      ...opening,
      id: `01900000-${String(index).padStart(4, '0')}-8000-8000-${String(place).padStart(12, '0')}`,
      incidentId,
      type,
      occurredAt: detectedAt + minutes * MINUTE_MS,
      recordedAt: detectedAt + minutes * MINUTE_MS,
      payload: said,
    });
    const met = (place: number, milestone: string, minutes: number, marks: string) =>
      event(place, 'incident.milestone-met', minutes, { milestone, marks });
    return [
      event(1, 'incident.opened', 2, { ...payload, title, severity, detectedAt }),
      met(2, 'acknowledge', 2, 'acknowledgement'),
      met(3, 'resolve', 30 + (index % 90), 'resolution'),
      met(4, 'close', 200, 'closure'),
    ];
  });
  const answer = await page.evaluate(
    (offered) => window.tplus.request['log.offer']({ events: offered }),
    events,
  );
  expect(answer).toEqual({ ok: true, value: { added: events.length } });
}
