/** Action items: the record, the board and the table, and what the timeline says of them. */
export const actions = {
  event: {
    added: 'Action item {{number}}: {{description}}',
    addedFor: 'Action item {{number}} for {{owner}}: {{description}}',
    changed: 'Action item {{number}}: {{changes}}',
    changedUnknown: 'Action item changed: {{changes}}',
    owner: 'owner {{owner}}',
    nobody: 'no owner',
    dueOn: 'due {{day}}',
    priority: 'priority {{priority}}',
    category: 'category {{category}}',
    noCategory: 'no category',
    description: 'now “{{description}}”',
  },
  status: { open: 'Open', 'in-progress': 'In progress', completed: 'Completed' },
  priority: { high: 'High', medium: 'Medium', low: 'Low' },
} as const;
