import { describe, expect, it } from 'vitest';
import type { Delivery } from '#shared/domain/alerting/ledger.ts';
import type { Command } from '#shared/domain/command/command.ts';
import { asPageId } from '#shared/domain/ids.ts';
import type { PageDesk } from '../../../../src/main/paging/page-desk.ts';
import { type IncomingPage, PageNotSaved } from '../../../../src/main/paging/paging.ts';
import { runSelfTest, testPageInput } from '../../../../src/main/paging/self-test.ts';
import { T0 } from '../../shared/domain/event/events.ts';

const WORDS = { title: 'Test page', summary: 'If you can read this' };
const shown: Delivery = { tag: 'page:p', ring: '1', at: T0, outcome: 'shown', toastId: 1 };

function test(
  given: { saves?: boolean; delivery?: Delivery; tray?: 'shown' | 'no-host'; decided?: boolean } = {},
) {
  const accepted: IncomingPage[] = [];
  const commands: Command[] = [];
  const desk = {
    async accept(pages: readonly IncomingPage[]) {
      if (given.saves === false) throw new PageNotSaved('disk-full', 'no room');
      accepted.push(...pages);
      return [{ pageId: asPageId('p'), status: 'firing', duplicate: false, created: true, warnings: [] }];
    },
    async command(command: Command) {
      commands.push(command);
      return { ok: true, events: [] };
    },
  } as unknown as PageDesk;
  const steps = runSelfTest({
    desk,
    clock: { now: () => T0 },
    words: () => WORDS,
    delivered: async () => given.delivery,
    decided: () => given.decided ?? true,
    health: () => ({ native: 'unknown', tray: given.tray ?? 'shown', degraded: [] }),
  });
  return { steps, accepted, commands };
}
const oks = async (steps: ReturnType<typeof test>['steps']): Promise<string[]> =>
  (await steps).map(({ step, ok }) => `${step} ${ok}`);

describe('a self-test', () => {
  it('goes down the whole path, and rings no longer afterwards', async () => {
    const { steps, accepted, commands } = test({ delivery: shown });
    expect(await oks(steps)).toEqual([
      'received true',
      'saved true',
      'decided true',
      'notification true',
      'tray true',
    ]);
    expect(accepted.map(({ input }) => [input.test, input.title])).toEqual([[true, 'Test page']]);
    expect(commands).toEqual([{ type: 'resolve-page', pageId: 'p' }]);
  });

  it('says which step failed, and why', async () => {
    const refused: Delivery = { ...shown, outcome: 'refused', detail: 'not allowed' };
    const { steps, commands } = test({ delivery: refused, tray: 'no-host' });
    expect((await steps).filter(({ ok }) => !ok)).toEqual([
      { step: 'notification', ok: false, detail: 'not allowed' },
      { step: 'tray', ok: false, detail: 'no-host' },
    ]);
    expect(commands).toHaveLength(1);
  });

  it('says so when no notification came in time', async () => {
    const steps = await test().steps;
    expect(steps.find(({ step }) => step === 'notification')).toMatchObject({
      ok: false,
      detail: 'no answer in time',
    });
  });

  it('ends where the page cannot be saved', async () => {
    const { steps, commands } = test({ saves: false });
    expect(await steps).toEqual([
      { step: 'received', ok: true, detail: '' },
      { step: 'saved', ok: false, detail: 'no room' },
    ]);
    expect(commands).toEqual([]);
  });
});

it('a test page is one, and of a key of its own each time', () => {
  const page = testPageInput(WORDS, T0);
  expect(page).toMatchObject({ test: true, action: 'firing', startedAt: T0, title: 'Test page' });
  expect(testPageInput(WORDS, T0 + 1).key).not.toBe(page.key);
});
