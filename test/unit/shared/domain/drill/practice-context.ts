import type { PracticeContext } from '#shared/domain/command/plan.ts';
import { foldDrills } from '#shared/domain/drill/drill.ts';
import type { TplusEvent } from '#shared/domain/event/event.ts';
import { effectiveEvents, foldIncidentEvents, foldPageEvents } from '#shared/domain/event/fold.ts';
import { asPageId } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Page } from '#shared/domain/page/page.ts';
import type { Playbook, PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import { foldTraining } from '#shared/domain/training/training.ts';

/** What planning drills and training reads, out of a list of events. `mint` makes a new id. */
export function practiceContext(
  events: () => readonly TplusEvent[],
  edition: (id: string, language: PlaybookLanguage) => Playbook | undefined,
  mint: () => string,
): PracticeContext {
  const pages = (): Page[] => {
    const ids = new Set(events().flatMap(({ pageId }) => pageId ?? []));
    return [...ids].flatMap((id) => foldPageEvents(events().filter(({ pageId }) => pageId === id)) ?? []);
  };
  const incidents = (): Incident[] => {
    const ids = new Set(events().flatMap(({ incidentId }) => incidentId ?? []));
    return [...ids].flatMap(
      (id) => foldIncidentEvents(events().filter(({ incidentId }) => incidentId === id)) ?? [],
    );
  };
  const drills = () => [...foldDrills(events()).values()];
  return {
    drill: (id) => drills().find((drill) => drill.id === id),
    running: () => drills().find(({ ended }) => ended === undefined),
    pagesOfKey: (source, key) => pages().filter((page) => page.source === source && page.key === key),
    openPages: () => pages().filter(({ status }) => status !== 'resolved'),
    openIncidents: () => incidents().filter(({ closedAt }) => closedAt === undefined),
    edition,
    training: () => foldTraining(events()),
    handovers: () => effectiveEvents(events()).filter(({ type }) => type === 'handover.written'),
    mintPageId: () => asPageId(`page-${mint()}`),
    mintDrillId: () => `drill-${mint()}`,
  };
}
