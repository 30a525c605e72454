// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '#shared/domain/duration.ts';
import { openDatabase, type TplusDatabase } from '../../../../src/renderer/db/database.ts';
import {
  forgetEndedDrafts,
  HANDOVER_DRAFT,
  loadDrafts,
  POST_MORTEM_DRAFT,
  saveDraft,
  useDrafts,
} from '../../../../src/renderer/db/drafts.ts';
import { initialLive, useLive } from '../../../../src/renderer/db/live.ts';
import { removeFromDrafts } from '../../../../src/renderer/db/redact-drafts.ts';
import { startReplica } from '../../../../src/renderer/db/start.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';
import { FakeMain } from '../fake-bridge.ts';
import { receivePage } from '../pages.ts';

const editions = { en: builtInPlaybook('en'), ko: builtInPlaybook('ko') };
const START = Date.parse('2026-11-22T17:11:00Z');
let made = 0;
let now = START;
let main: FakeMain;
let stop = (): void => {};

beforeEach(() => {
  made += 1;
  now = START;
  main = new FakeMain(editions, () => now);
  useLive.setState(initialLive, true);
  useDrafts.setState({ byIncident: {}, unsaved: false });
});
afterEach(() => stop());

async function start(): Promise<void> {
  stop();
  useLive.setState(initialLive, true);
  stop = startReplica(main.bridge, () => now, `drafts-${made}`);
  await expect.poll(() => useLive.getState().sync.state).toBe('live');
}

/** Nobody types for an incident that is not on the screen, and what is there has been stored. */
async function takeIncident(): Promise<string> {
  const answer = main.log.run({ type: 'acknowledge', pageIds: [receivePage(main.log, { startedAt: now })] });
  const id = answer.ok ? (answer.incidentId ?? '') : '';
  await expect.poll(() => [...useLive.getState().incidents.keys()]).toContain(id);
  return id;
}

function close(incidentId: string): void {
  for (const milestone of ['resolve', 'close'])
    main.log.run({ type: 'meet-milestone', incidentId, milestone });
}

async function onDisk<Value>(look: (database: TplusDatabase) => Promise<Value>): Promise<Value> {
  const opened = await openDatabase(`drafts-${made}`);
  if (!opened.ok) throw new Error(opened.detail);
  const { database }: { database: TplusDatabase } = opened;
  const seen = await look(database);
  database.close();
  return seen;
}

/** The incidents that something typed is kept for, on disk. */
async function kept(): Promise<string[]> {
  const rows = await onDisk((database) => database.drafts.toArray());
  return [...new Set(rows.map(({ incidentId }) => incidentId))];
}

describe('what was typed for an incident', () => {
  it('is kept while the incident is open, also for weeks, and a day after it was closed', async () => {
    await start();
    const [open, closed] = [await takeIncident(), await takeIncident()];
    for (const id of [open, closed]) saveDraft(id, 'status-update', 'summary', 'half a summary');
    await expect.poll(kept).toHaveLength(2);
    now += 20 * DAY_MS;
    close(closed);
    await expect.poll(() => useLive.getState().incidents.get(closed)?.closedAt).toBeDefined();
    now += 23 * HOUR_MS;
    await start();
    expect((await kept()).toSorted()).toEqual([open, closed].toSorted());
    useDrafts.setState({ byIncident: {} });
    await loadDrafts(open);
    expect(useDrafts.getState().byIncident[open]?.['status-update']).toEqual({ summary: 'half a summary' });
  });

  it('stays whole where one types before it has been read, and what is given back stays given back', async () => {
    await start();
    const id = await takeIncident();
    const template = 'status-update';
    const values = () => onDisk(async ({ drafts }) => (await drafts.get([id, template]))?.values);
    for (const field of ['summary', 'impact', 'next']) saveDraft(id, template, field, `${field} before`);
    await expect.poll(values).toMatchObject({ next: 'next before' });
    await start();
    useDrafts.setState({ byIncident: {} });
    saveDraft(id, template, 'summary', 'typed');
    await expect.poll(values).toEqual({ summary: 'typed', impact: 'impact before', next: 'next before' });
    const reading = loadDrafts(id);
    saveDraft(id, template, 'impact', undefined);
    await reading;
    const left = { summary: 'typed', next: 'next before' };
    expect(useDrafts.getState().byIncident[id]?.[template]).toEqual(left);
    await expect.poll(values).toEqual(left);
  });

  it('stays while closed incidents are folded anew: one that is not there is not gone', async () => {
    await start();
    const id = await takeIncident();
    saveDraft(id, 'note', 'text', 'half a note');
    await expect.poll(kept).toEqual([id]);
    await onDisk(async (database) => {
      await database.incidents.delete(id);
      await database.meta.put({ key: 'refold', value: null });
    });
    await forgetEndedDrafts(now);
    expect(await kept()).toEqual([id]);
    await onDisk((database) => database.meta.delete('refold'));
    await forgetEndedDrafts(now);
    expect(await kept()).toEqual([]);
  });

  it('is gone a day after it was closed, at the next start', async () => {
    await start();
    const id = await takeIncident();
    saveDraft(id, 'note', 'text', 'a password');
    await expect.poll(kept).toEqual([id]);
    close(id);
    await expect.poll(() => useLive.getState().incidents.get(id)?.closedAt).toBeDefined();
    now += DAY_MS + HOUR_MS;
    await start();
    await expect.poll(kept).toEqual([]);
    expect(useDrafts.getState().byIncident[id]).toBeUndefined();
  });

  it('is gone in a window that is never closed, when a later incident ends', async () => {
    await start();
    const first = await takeIncident();
    saveDraft(first, 'note', 'text', 'half a note');
    await expect.poll(kept).toEqual([first]);
    close(first);
    now += DAY_MS + HOUR_MS;
    const second = await takeIncident();
    saveDraft(second, 'note', 'text', 'another');
    close(second);
    await expect.poll(kept).toEqual([second]);
    expect(Object.keys(useDrafts.getState().byIncident)).toEqual([second]);
  });

  it('is gone with an incident whose opening was undone', async () => {
    await start();
    const id = await takeIncident();
    saveDraft(id, 'note', 'text', 'half a note');
    await expect.poll(kept).toEqual([id]);
    const taken = main.log.events.find(({ type }) => type === 'page.acknowledged');
    expect(main.log.run({ type: 'undo', eventId: taken?.id ?? '' })).toMatchObject({ ok: true });
    await expect.poll(() => useLive.getState().incidents.has(id)).toBe(false);
    await start();
    await expect.poll(kept).toEqual([]);
  });

  it('is kept of a post-mortem however long ago the incident was closed, and its messages are not', async () => {
    await start();
    const [written, other] = [await takeIncident(), await takeIncident()];
    for (const id of [written, other]) saveDraft(id, 'status-update', 'summary', 'half a summary');
    saveDraft(written, POST_MORTEM_DRAFT, 'text', '# half a post-mortem');
    close(written);
    close(other);
    await expect.poll(kept).toHaveLength(2);
    now += 30 * DAY_MS;
    await start();
    await expect.poll(kept).toEqual([written]);
    await loadDrafts(written);
    expect(useDrafts.getState().byIncident).toEqual({
      [written]: { [POST_MORTEM_DRAFT]: { text: '# half a post-mortem' } },
    });
  });

  it('is read once: what was typed since stands', async () => {
    await start();
    const id = await takeIncident();
    saveDraft(id, 'note', 'text', 'before');
    await expect.poll(kept).toEqual([id]);
    await start();
    useDrafts.setState({ byIncident: {} });
    await loadDrafts(id);
    // Another window of the same profile writes meanwhile.
    await onDisk((database) =>
      database.drafts.put({ incidentId: id, template: 'note', values: { text: 'from elsewhere' } }),
    );
    await loadDrafts(id);
    expect(useDrafts.getState().byIncident[id]).toEqual({ note: { text: 'before' } });
  });
});

describe('what was typed for a hand-over', () => {
  it('is kept until it is recorded, however long that is, also where it is of no incident', async () => {
    await start();
    saveDraft(HANDOVER_DRAFT, 'notes', 'notes', 'Call the provider');
    await expect.poll(kept).toEqual([HANDOVER_DRAFT]);
    now += 30 * DAY_MS;
    await start();
    await forgetEndedDrafts(now);
    expect(await kept()).toEqual([HANDOVER_DRAFT]);
  });
});

describe('a text that is removed for good', () => {
  const SECRET = 'The token is hunter2';
  const onDiskNow = async () => JSON.stringify(await onDisk((database) => database.drafts.toArray()));

  it('goes out of what is typed for its incident and for the hand-over, of before this start too', async () => {
    await start();
    const [id, other] = [await takeIncident(), await takeIncident()];
    saveDraft(id, 'status-update', 'actions', ['Rest', `Changed: ${SECRET}`]);
    saveDraft(id, 'note', 'text', `So: ${SECRET}.`);
    saveDraft(HANDOVER_DRAFT, 'notes', 'notes', `Mind: ${SECRET}`);
    saveDraft(other, 'note', 'text', `Another incident: ${SECRET}`);
    await expect.poll(kept).toHaveLength(3);
    await start();
    useDrafts.setState({ byIncident: {} });
    await removeFromDrafts(id, SECRET, 'en');
    expect(useDrafts.getState().byIncident).toEqual({
      [id]: {
        'status-update': { actions: ['Rest', 'Changed: (text removed)'] },
        note: { text: 'So: (text removed).' },
      },
      [HANDOVER_DRAFT]: { notes: { notes: 'Mind: (text removed)' } },
    });
    await expect.poll(async () => (await onDiskNow()).match(/hunter2/g)).toHaveLength(1);
    expect(await onDiskNow()).toContain('Another incident: The token is hunter2');
  });

  it('touches no field that does not say it', async () => {
    await start();
    const id = await takeIncident();
    saveDraft(id, 'note', 'text', 'Nothing of it');
    await expect.poll(kept).toEqual([id]);
    await loadDrafts(id);
    const before = useDrafts.getState().byIncident[id];
    await removeFromDrafts(id, SECRET, 'en');
    expect(useDrafts.getState().byIncident[id]).toBe(before);
  });
});
