import { useEffect } from 'react';
import { useBridge } from '../bridge/BridgeProvider.tsx';
import { useSnapshot } from '../bridge/snapshot.ts';
import { type Selection, useView } from '../bridge/view.ts';
import { readFiguresAhead } from '../db/figures.ts';
import { useLive } from '../db/live.ts';
import { PageDetail } from '../features/page/PageDetail.tsx';
import { Quiet } from '../features/first-run/Quiet.tsx';
import { Welcome } from '../features/first-run/Welcome.tsx';
import { createQuietTimes } from '../ui/in-use.ts';
import { RegionBoundary } from '../ui/RegionBoundary.tsx';
import { deferred } from '../ui/deferred.tsx';
import { useMostUrgent } from './most-urgent.ts';
import { preloadOverlays } from './Overlays.tsx';

const incidentScreen = deferred(
  async () => (await import('../features/incident/IncidentScreen.tsx')).IncidentScreen,
);
const IncidentScreen = incidentScreen.Part;
const { Part: PostMortemScreen } = deferred(
  async () => (await import('../features/post-mortem/PostMortemScreen.tsx')).PostMortemScreen,
);
const { Part: Settings } = deferred(async () => (await import('../features/settings/Settings.tsx')).Settings);
const { Part: Health } = deferred(async () => (await import('../features/health/Health.tsx')).Health);
const { Part: History } = deferred(async () => {
  readFiguresAhead();
  return (await import('../features/history/History.tsx')).History;
});
const { Part: ActionItems } = deferred(
  async () => (await import('../features/actions/ActionItems.tsx')).ActionItems,
);
const { Part: Drills } = deferred(async () => (await import('../features/drills/Drills.tsx')).Drills);
const { Part: ImportPlace } = deferred(
  async () => (await import('../features/playbook-import/ImportPlace.tsx')).ImportPlace,
);
const { Part: PlaybookPlace } = deferred(async () => (await import('./PlaybookPlace.tsx')).PlaybookPlace);

export function MainPlace() {
  const place = useView((view) => view.place);
  return (
    <>
      <RegionBoundary key={place}>
        {place === 'incidents' && <Incidents />}
        {place === 'history' && <History />}
        {place === 'actions' && <ActionItems />}
        {place === 'drills' && <Drills />}
        {place === 'playbook' && <PlaybookPlace />}
        {place === 'import' && <ImportPlace />}
        {place === 'health' && <Health />}
        {place === 'settings' && <Settings />}
        {place === 'welcome' && <Welcome />}
      </RegionBoundary>
      <Usable />
    </>
  );
}

/** Drawn together with the first screen: tells main that there is one, and fetches what the next will need. */
function Usable() {
  const bridge = useBridge();
  useEffect(() => {
    void bridge.request['window.usable'](undefined);
    // A failure shows when the screen is wanted, and is told there.
    requestIdleCallback(() => {
      const soon = async (): Promise<void> => {
        await incidentScreen.preload();
        await preloadOverlays();
        await readAhead();
      };
      void soon().catch(() => undefined);
    });
  }, [bridge]);
  return null;
}

/**
 * With thousands of incidents behind them, people's first search should not wait for all of them to be read; nor should
 * what they click on meanwhile, which reads the store too.
 */
async function readAhead(): Promise<void> {
  const { readSearchAhead } = await import('../db/search.ts');
  await readSearchAhead(createQuietTimes(document));
}

/** What was picked; with nothing picked, the most urgent, which then stays: a new page never replaces it. */
function Incidents() {
  const { settings } = useSnapshot();
  const selection = useView((view) => view.selection);
  const urgent = useMostUrgent();
  const postMortemOf = useView((view) => view.postMortemOf);
  const isHere = useLive((live) => selection === undefined || isKept(selection, live));
  useEffect(() => {
    if (selection === undefined && urgent !== undefined) useView.setState({ selection: urgent });
  }, [selection, urgent]);
  const shown = selection ?? urgent;
  if (shown === undefined) return settings.welcomed ? <Quiet /> : <Welcome />;
  // Ended long ago and let go, with nothing else picked since.
  if (!isHere && urgent === undefined && shown.kind === 'page') return <Quiet />;
  if (shown.kind === 'incident' && shown.incidentId === postMortemOf) {
    return (
      <RegionBoundary key={`post-mortem-${postMortemOf}`}>
        <PostMortemScreen incidentId={postMortemOf} />
      </RegionBoundary>
    );
  }
  return (
    <RegionBoundary key={shown.kind === 'page' ? shown.pageId : shown.incidentId}>
      {shown.kind === 'page' ? (
        <PageDetail pageId={shown.pageId} />
      ) : (
        <IncidentScreen incidentId={shown.incidentId} />
      )}
    </RegionBoundary>
  );
}

function isKept(
  selection: Selection,
  live: { pages: ReadonlyMap<string, unknown>; incidents: ReadonlyMap<string, unknown> },
): boolean {
  return selection.kind === 'page'
    ? live.pages.has(selection.pageId)
    : live.incidents.has(selection.incidentId);
}
