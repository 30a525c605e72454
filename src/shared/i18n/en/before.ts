/** Incidents of before that looked like the one being handled. */
export const before = {
  label: 'Similar incidents before',
  count_one: '{{count}} similar before',
  count_other: '{{count}} similar before',
  took: 'resolved after {{time}}',
  alert: 'same alert',
  service: 'same service ({{service}})',
  words: 'same words: {{words}}',
  fixed: 'What fixed it',
  rolledBack: 'It was rolled back.',
  note: 'Last note',
  unknown: 'Nothing was recorded of what fixed it.',
} as const;
