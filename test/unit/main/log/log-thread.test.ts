import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connectLog, type Log } from '../../../../src/main/log/log-client.ts';
import type { LogNotice } from '../../../../src/main/log/protocol.ts';
import { T0 } from '../../shared/domain/event/events.ts';
import { inputOf } from '../../shared/domain/page/pages.ts';
import { logPath } from './stores.ts';

const SCRIPT = new URL('../../../../src/main/log/worker.ts', import.meta.url);
const PLAYBOOKS = join(import.meta.dirname, '../../../../resources/playbooks');

/** The log on a thread of its own, from its source. */
function startThread(): { log: Log; threads: Worker[]; notices: LogNotice[] } {
  const threads: Worker[] = [];
  const notices: LogNotice[] = [];
  const log = connectLog(() => {
    const execArgv = ['--experimental-transform-types', '--disable-warning=ExperimentalWarning'];
    const thread = new Worker(SCRIPT, { execArgv });
    threads.push(thread);
    return thread;
  });
  log.onNotice((notice) => notices.push(notice));
  onTestFinished(async () => {
    await log.run('close', null);
    await Promise.all(threads.map((thread) => thread.terminate()));
  });
  return { log, threads, notices };
}

const take = (log: Log, key: string) =>
  log.run('intake', { pages: [{ input: inputOf({ key }) }], now: T0, author: 'Ada' });
const keysOf = async (log: Log): Promise<string[]> =>
  (await log.run('state', { since: 0 })).pages.map(({ key }) => key);

describe('the log on its thread', () => {
  it('takes pages, answers commands, reads, and closes', async () => {
    const path = logPath();
    const { log } = startThread();
    const { current, problems } = await log.run('load-playbooks', { folder: PLAYBOOKS });
    expect(problems).toEqual([]);
    const { storeId, created } = await log.run('open', { path, now: T0 });
    expect(created).toBe(true);
    const { accepted } = await take(log, 'a');
    const pageId = accepted[0]?.pageId ?? '';
    const answer = await log.run('command', {
      command: { type: 'acknowledge', pageIds: [pageId] },
      now: T0,
      author: 'Ada',
    });
    expect(answer).toMatchObject({ ok: true, storeId });
    const { events, lastSeq } = await log.run('read', { after: 0 });
    expect([events.length, lastSeq]).toEqual([6, 6]);
    expect(await log.run('ids', { after: 5 })).toMatchObject({ ids: [{ seq: 6 }] });
    expect(await log.run('fetch', { ids: [events[0]?.event.id ?? ''] })).toHaveLength(1);
    expect(await log.run('page', { id: pageId })).toMatchObject({ status: 'acknowledged' });
    expect(await log.run('page', { id: 'x' })).toBeNull();
    expect(await log.run('incident', { id: answer.ok ? (answer.incidentId ?? '') : '' })).toMatchObject({
      pageIds: [pageId],
    });
    expect(await log.run('pages', { after: 'x', limit: 5 })).toBeNull();
    expect(await log.run('playbook', { hash: current.ref.editions['ko'] ?? '' })).toMatchObject({
      language: 'ko',
    });
    expect(await log.run('original', { pageId })).toBeNull();
    await log.run('save-deliveries', { put: [{ tag: 'a', ring: '1', at: T0, outcome: 'shown' }], drop: [] });
    expect(await log.run('deliveries', null)).toHaveLength(1);
    expect((await log.run('offer', { events: events.map(({ event }) => event), now: T0 })).added).toBe(0);
    await log.run('close', null);
    await expect(take(log, 'b')).rejects.toMatchObject({
      code: 'log-unavailable',
      message: 'the log is not open',
    });
  });

  it('that dies is begun anew, and has lost nothing that was answered', async () => {
    const path = logPath();
    const { log, threads } = startThread();
    await log.run('open', { path, now: T0 });
    await take(log, 'a');
    const ended = new Promise((resolve) => threads[0]?.once('exit', resolve));
    await threads[0]?.terminate();
    await ended;
    await log.run('open', { path, now: T0 });
    expect(await keysOf(log)).toEqual(['a']);
    expect(threads).toHaveLength(2);
  });

  it('tells of a file that vanished, with the next answer', async () => {
    const path = logPath();
    const { log, notices } = startThread();
    await log.run('open', { path, now: T0 });
    await take(log, 'a');
    rmSync(path);
    await log.run('check', { now: T0 });
    expect(notices).toEqual([{ kind: 'rebuilt', detail: path }]);
    expect(await keysOf(log)).toEqual(['a']);
  });

  it('told to open while its file has vanished with its folder keeps what it holds until there is a place', async () => {
    const path = logPath();
    const { log } = startThread();
    await log.run('open', { path, now: T0 });
    await take(log, 'a');
    renameSync(dirname(path), `${dirname(path)}.away`);
    onTestFinished(() => rmSync(`${dirname(path)}.away`, { recursive: true }));
    for (const attempt of [log.run('check', { now: T0 }), log.run('open', { path, now: T0 })]) {
      await expect(attempt).rejects.toMatchObject({ code: 'log-unavailable' });
    }
    mkdirSync(dirname(path));
    await log.run('open', { path, now: T0 });
    expect(await keysOf(log)).toEqual(['a']);
  });
});
