import type { ActionItem } from '#shared/domain/action/action-item.ts';
import { asEventId } from '#shared/domain/ids.ts';
import { INCIDENT, T0 } from '../event/events.ts';

/** An action item of high priority, due on 1 December 2026 and added at T0. */
export function actionOf(id: string, overrides: Partial<ActionItem> = {}): ActionItem {
  return {
    id: asEventId(id),
    number: 1,
    incidentId: INCIDENT,
    description: 'Alert at 80 % of the disk',
    owner: 'Mina',
    dueOn: '2026-12-01',
    status: 'open',
    priority: 'high',
    category: 'detection',
    addedAt: T0,
    scheduledAt: T0,
    ...overrides,
  };
}
