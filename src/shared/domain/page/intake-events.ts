import type { NewEvent } from '../command/plan.ts';
import type { PageId } from '../ids.ts';
import type { IntakeDecision } from './intake.ts';
import type { PageInput } from './page-input.ts';

/** The events that an intake decision becomes, and the page that the sender is told about. */
export function intakeEvents(
  input: PageInput,
  decision: IntakeDecision,
  mintPageId: () => PageId,
): { pageId: PageId; created: boolean; events: NewEvent[] } {
  if (decision.kind === 'duplicate') {
    const { pageId, raise } = decision;
    const raised: NewEvent[] =
      raise === undefined ? [] : [{ type: 'page.severity-raised', pageId, payload: raise }];
    return { pageId, created: false, events: raised };
  }
  if (decision.kind === 'resolve') {
    return { pageId: decision.pageId, created: false, events: decision.resolve.map(resolvedAtSource) };
  }
  const pageId = mintPageId();
  const { action: _action, ...payload } = input;
  const received: NewEvent = { type: 'page.received', pageId, payload: copyOf(payload) };
  const resolves = [...(decision.resolved ? [pageId] : []), ...decision.alsoResolve].map(resolvedAtSource);
  return { pageId, created: true, events: [received, ...resolves] };
}

function resolvedAtSource(pageId: PageId): NewEvent {
  return { type: 'page.resolved', pageId, payload: { by: 'source' } };
}

type Received = Extract<NewEvent, { type: 'page.received' }>['payload'];

/** The log's own lists, not the adapter's read-only ones. */
function copyOf(payload: Omit<PageInput, 'action'>): Received {
  return {
    ...payload,
    links: payload.links.map((link) => ({ ...link })),
    labels: { ...payload.labels },
    warnings: payload.warnings.map((warning) => ({ ...warning })),
  };
}
