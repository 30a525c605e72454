import type { Bridge } from '../../src/shared/ipc/contract.ts';

declare global {
  interface Window {
    /** What the preload puts there; for code that Playwright runs in the page. */
    readonly tplus: Bridge;
  }
}
