import type { ElectronApplication } from '@playwright/test';

/** What went wrong in the window: errors and warnings of its console, and what it threw. */
export interface Trouble {
  readonly said: () => readonly string[];
}

/** Call before the window is made, or right after the start: the console is followed from here on. */
export function watchForTrouble(app: ElectronApplication): Trouble {
  const said: string[] = [];
  app.context().on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') said.push(message.text());
  });
  app.context().on('weberror', (error) => said.push(String(error.error())));
  return { said: () => said };
}
