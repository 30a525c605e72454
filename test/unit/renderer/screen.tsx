import { cleanup, configure, render } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import { createTranslator } from '#shared/i18n/translator.ts';
import type { AppSnapshot } from '#shared/ipc/contract.ts';
import { Root } from '../../../src/renderer/app/Root.tsx';
import { safeBridge } from '../../../src/renderer/bridge/bridge.ts';
import { followSnapshot, useSnapshotStore } from '../../../src/renderer/bridge/snapshot.ts';
import { initialView, useView } from '../../../src/renderer/bridge/view.ts';
import { useDrafts } from '../../../src/renderer/db/drafts.ts';
import { initialLive, useLive } from '../../../src/renderer/db/live.ts';
import { startReplica } from '../../../src/renderer/db/start.ts';
import { builtInPlaybook } from '../shared/domain/playbook/built-in.ts';
import { FakeMain } from './fake-bridge.ts';

// What is looked for on a screen may take its time on a busy machine; a test waits for it, not for a second.
configure({ asyncUtilTimeout: 20_000 });

const editions = { en: builtInPlaybook('en'), ko: builtInPlaybook('ko') };
const stops: (() => void)[] = [];
let made = 0;

/** For files that draw screens: everything anew for each test. */
export function cleanScreens(): void {
  beforeEach(() => {
    // Wide, so that the list and the columns are all there; nothing else is asked of the media.
    vi.stubGlobal('matchMedia', () => ({
      matches: false,
      addEventListener: () => {},
      removeEventListener: () => {},
    }));
    // happy-dom is never idle.
    vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run));
    useLive.setState(initialLive, true);
    useView.setState(initialView, true);
    useSnapshotStore.setState({ snapshot: undefined });
    useDrafts.setState({ byIncident: {}, unsaved: false });
  });
  afterEach(() => {
    cleanup();
    for (const stop of stops.splice(0)) stop();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
}

/** Stops the clock at a full second, for a test that looks at seconds: the machine may be slow. Timers run on. */
export function stopTime(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Math.floor(Date.now() / 1000) * 1000 });
}

/** The whole window against a main that holds what `seed` put there. */
export function openWindow(
  seed: (main: FakeMain) => void = () => {},
  changes: Partial<AppSnapshot> = {},
): FakeMain {
  made += 1;
  const main = new FakeMain(editions, Date.now, changes);
  seed(main);
  const bridge = safeBridge(main.bridge);
  stops.push(followSnapshot(bridge), startReplica(bridge, Date.now, `window-${made}`));
  render(<Root bridge={bridge} translator={createTranslator('en', {})} />);
  return main;
}
