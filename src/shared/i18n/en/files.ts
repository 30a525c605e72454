/** Files that a person saves and opens. */
export const files = { saved: 'Saved' } as const;
