import type { ActionFields } from '#shared/domain/action/action-item.ts';

const FIELDS = ['description', 'owner', 'dueOn', 'status', 'priority', 'category'] as const;

/**
 * What a person filled in otherwise than it stood when they opened it. The rest is not sent: what somebody else has
 * changed of it meanwhile stands.
 */
export function changedFields(opened: ActionFields, filled: ActionFields): Partial<ActionFields> {
  return Object.fromEntries(
    FIELDS.filter((field) => filled[field] !== opened[field]).map((field) => [field, filled[field]]),
  );
}
