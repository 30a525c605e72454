// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TplusDatabase } from '../../../../src/renderer/db/database.ts';
import { initialLive, useLive } from '../../../../src/renderer/db/live.ts';
import { startReplica } from '../../../../src/renderer/db/start.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';
import { FakeMain } from '../fake-bridge.ts';
import { receivePage } from '../pages.ts';

const editions = { en: builtInPlaybook('en'), ko: builtInPlaybook('ko') };
let made = 0;
let stop = (): void => {};

beforeEach(() => {
  made += 1;
  useLive.setState(initialLive, true);
});
afterEach(() => stop());

function start(main: FakeMain): void {
  stop = startReplica(main.bridge, Date.now, `start-${made}`);
}

async function until(check: () => boolean): Promise<void> {
  await expect.poll(check).toBe(true);
}

describe('starting the window’s copy', () => {
  it('shows what it held before main answers', async () => {
    const main = new FakeMain(editions);
    receivePage(main.log);
    start(main);
    await until(() => useLive.getState().sync.state === 'live');
    stop();
    useLive.setState(initialLive, true);
    main.failing.set('log.read', { ok: false, code: 'failed', detail: '' });
    start(main);
    await until(() => useLive.getState().loaded);
    expect(useLive.getState().pages.size).toBe(1);
  });

  it('draws the first screen of an empty log once, and never takes it away', async () => {
    const seen: boolean[] = [];
    const unsubscribe = useLive.subscribe(({ loaded }) => seen.push(loaded));
    const main = new FakeMain(editions);
    main.log.restore([]);
    start(main);
    await until(() => useLive.getState().sync.state === 'live');
    unsubscribe();
    expect(seen.join(' ')).toMatch(/^(false )*(true ?)+$/);
  });

  it('folds anew what an older version of the app left, before showing it', async () => {
    const main = new FakeMain(editions);
    const answer = main.log.run({ type: 'acknowledge', pageIds: [receivePage(main.log)] });
    const incidentId = (answer.ok ? answer.incidentId : undefined) ?? '';
    start(main);
    await until(() => useLive.getState().sync.state === 'live');
    stop();
    useLive.setState(initialLive, true);
    const database = new TplusDatabase(`start-${made}`);
    await database.incidents
      .toCollection()
      .modify((row) => void Object.assign(row, { incident: { ...row.incident, roles: undefined } }));
    await database.meta.delete('projections');
    database.close();
    main.failing.set('log.read', { ok: false, code: 'failed', detail: '' });
    start(main);
    await until(() => useLive.getState().loaded);
    expect(useLive.getState().incidents.get(incidentId)?.roles).toEqual({});
  });

  it('leaves a store of a newer version alone, and reads from main', async () => {
    const request = indexedDB.open(`start-${made}`, 990);
    await new Promise((resolve) => request.addEventListener('success', resolve));
    request.result.close();
    const main = new FakeMain(editions);
    receivePage(main.log);
    start(main);
    await until(() => useLive.getState().sync.state === 'live');
    expect(useLive.getState().storage?.problem).toBe('newer');
    expect(useLive.getState().pages.size).toBe(1);
    const found = (await indexedDB.databases()).find(({ name }) => name === `start-${made}`);
    expect(found?.version).toBe(990);
  });

  it('goes on in memory when IndexedDB fails half way', async () => {
    const main = new FakeMain(editions);
    start(main);
    await until(() => useLive.getState().sync.state === 'live');
    const { store } = useLive.getState();
    if (store !== undefined)
      store.apply = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    receivePage(main.log);
    await until(() => useLive.getState().pages.size === 1);
    expect(useLive.getState().storage?.problem).toBe('failed');
    receivePage(main.log);
    await until(() => useLive.getState().pages.size === 2);
  });
});
