import type { PageInput } from '#shared/domain/page/page-input.ts';
import type { Delivery } from '#shared/domain/alerting/ledger.ts';
import type { Health } from '#shared/health.ts';
import type { PageId } from '#shared/domain/ids.ts';
import type { Clock } from '../platform/ports.ts';
import type { PageDesk } from './page-desk.ts';
import type { SelfTestStep } from './paging.ts';

export interface SelfTestPorts {
  readonly desk: PageDesk;
  readonly clock: Clock;
  readonly words: () => { readonly title: string; readonly summary: string };
  /** Settles when the notification of a page is no longer pending. */
  readonly delivered: (pageId: PageId) => Promise<Delivery | undefined>;
  readonly decided: (pageId: PageId) => boolean;
  readonly health: () => Health;
}

/** A page marked as a test, of a key of its own, so that each press makes a new one. */
export function testPageInput(words: { title: string; summary: string }, now: number): PageInput {
  return {
    source: 'tplus',
    key: `test-${now}`,
    action: 'firing',
    title: words.title,
    severity: 'SEV-2',
    severityReason: 'person',
    summary: words.summary,
    service: 'tplus',
    startedAt: now,
    links: [],
    labels: {},
    warnings: [],
    test: true,
  };
}

/**
 * Sends a marked page down the real path and says what became of each step; the page is resolved
 * afterwards, so that nothing goes on ringing.
 */
export async function runSelfTest(ports: SelfTestPorts): Promise<readonly SelfTestStep[]> {
  const { desk, clock } = ports;
  const steps: SelfTestStep[] = [{ step: 'received', ok: true, detail: '' }];
  let pageId: PageId | undefined;
  try {
    const [accepted] = await desk.accept([{ input: testPageInput(ports.words(), clock.now()) }]);
    pageId = accepted?.pageId;
  } catch (error) {
    return [
      ...steps,
      { step: 'saved', ok: false, detail: error instanceof Error ? error.message : String(error) },
    ];
  }
  if (pageId === undefined)
    return [...steps, { step: 'saved', ok: false, detail: 'the log gave no page back' }];
  steps.push({ step: 'saved', ok: true, detail: pageId });
  const delivery = await ports.delivered(pageId);
  steps.push({ step: 'decided', ok: ports.decided(pageId), detail: '' });
  steps.push({
    step: 'notification',
    ok: delivery?.outcome === 'shown',
    detail: delivery === undefined ? 'no answer in time' : (delivery.detail ?? delivery.outcome),
  });
  const { tray } = ports.health();
  steps.push({ step: 'tray', ok: tray === 'shown', detail: tray });
  await desk.command({ type: 'resolve-page', pageId });
  return steps;
}
