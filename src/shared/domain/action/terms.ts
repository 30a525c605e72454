/** The statuses and priorities of an action item, as the record has them (process document 6.3). */
export const ACTION_STATUSES = ['open', 'in-progress', 'completed'] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];
/** Highest first. */
export const ACTION_PRIORITIES = ['high', 'medium', 'low'] as const;
export type ActionPriority = (typeof ACTION_PRIORITIES)[number];
