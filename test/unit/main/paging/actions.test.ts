import { describe, expect, it } from 'vitest';
import type { Command } from '#shared/domain/command/command.ts';
import { asPageId, type PageId } from '#shared/domain/ids.ts';
import type { Destination } from '#shared/ipc/contract.ts';
import { createActions } from '../../../../src/main/paging/actions.ts';
import type { PageDesk } from '../../../../src/main/paging/page-desk.ts';
import type { IncomingPage } from '../../../../src/main/paging/paging.ts';
import { INCIDENT, T0 } from '../../shared/domain/event/events.ts';
import { incidentOf } from '../../shared/domain/incident/incidents.ts';
import { builtInPlaybook } from '../../shared/domain/playbook/built-in.ts';
import { toastOf } from '../../shared/domain/alerting/toasts.ts';

const PAGE = asPageId('a');

function made(given: { fails?: boolean; knows?: boolean } = {}) {
  const commands: Command[] = [];
  const accepted: IncomingPage[] = [];
  const went: Destination[] = [];
  const copied: string[] = [];
  const notTaken: string[] = [];
  const run = async (command: Command) => {
    if (given.fails === true) throw new Error('no room');
    commands.push(command);
    return { ok: true, events: [] };
  };
  const desk = {
    acknowledge: (pageId: PageId) => run({ type: 'acknowledge', pageIds: [pageId] }),
    command: run,
    async accept(pages: readonly IncomingPage[]) {
      accepted.push(...pages);
      return [{ pageId: PAGE, status: 'firing', duplicate: false, created: true, warnings: [] }];
    },
  } as unknown as PageDesk;
  const actions = createActions({
    desk,
    clock: { now: () => T0 },
    author: () => 'Ada',
    takenChannels: () => new Set(),
    incident: () =>
      given.knows === false ? undefined : { incident: incidentOf(), playbook: builtInPlaybook('en') },
    testWords: () => ({ title: 'Test', summary: 'x' }),
    copy: async (text) => void copied.push(text),
    go: (destination) => went.push(destination),
    notTaken: (pageId) => notTaken.push(pageId),
  });
  return { actions, commands, accepted, went, copied, notTaken };
}

describe('a notification', () => {
  it.each([
    ['acknowledge', { kind: 'page', pageId: PAGE }, [], ['acknowledge']],
    ['open', { kind: 'page', pageId: PAGE }, [{ place: 'page', pageId: PAGE }], []],
    ['open', { kind: 'incident', incidentId: INCIDENT }, [{ place: 'incident', incidentId: INCIDENT }], []],
    ['open', { kind: 'pages' }, [{ place: 'pages' }], []],
    ['acknowledge', { kind: 'pages' }, [{ place: 'pages' }], []],
  ] as const)('%s on %j', async (action, target, places, types) => {
    const { actions, went, commands } = made();
    actions.onToast(action, toastOf('x', '1', { target }));
    await Promise.resolve();
    expect(went).toEqual(places);
    expect(commands.map(({ type }) => type)).toEqual(types);
  });

  it('whose acknowledgement is not taken shows again', async () => {
    const { actions, notTaken } = made({ fails: true });
    actions.acknowledge(PAGE);
    await expect.poll(() => notTaken).toEqual([PAGE]);
  });
});

describe('copying the status update', () => {
  it('puts it on the clipboard and on the timeline, and opens where it has gaps', async () => {
    const { actions, copied, commands, went } = made();
    await actions.copyUpdate(INCIDENT);
    expect(copied[0]).toContain('STATUS UPDATE');
    expect(commands.map(({ type }) => type)).toEqual(['record-copy']);
    expect(went).toEqual([{ place: 'incident', incidentId: INCIDENT, composer: true }]);
  });

  it('of an incident that is gone does nothing', async () => {
    const { actions, copied, commands } = made({ knows: false });
    await actions.copyUpdate(INCIDENT);
    expect([copied, commands]).toEqual([[], []]);
  });
});

it('sends a test page down the real path', async () => {
  const { actions, accepted } = made();
  expect(await actions.sendTestPage()).toBe(PAGE);
  expect(accepted[0]?.input.test).toBe(true);
});
