/** Files that a person saves and opens. */
export const files = {
  saveTitle: 'Save as',
  save: 'Save',
  open: 'Open',
  openTitle: { markdown: 'Open a document', playbook: 'Open a playbook' },
  kind: { markdown: 'Markdown', playbook: 'Playbook (YAML)' },
  saved: 'Saved',
} as const;
