/** The search field over the list. */
export const listSearch = {
  listSearch: {
    label: 'Find incidents, notes and messages',
    placeholder: 'Find',
    clear: 'Clear the search',
    results: 'Found',
    found_one: '{{count}} found',
    found_other: '{{count}} found',
    none: 'Nothing found.',
    noneHint: 'It looks through titles, services, notes and copied messages, also of closed incidents.',
    reading: 'Reading older incidents…',
    page: 'Page, not taken',
    open: 'Being handled',
    closed: 'Closed {{time}}',
    note: 'Note',
    message: 'Message',
  },
} as const;
