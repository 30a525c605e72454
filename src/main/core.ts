import type { Drill } from '#shared/domain/drill/drill.ts';
import type { PlaybookShelf } from '#shared/domain/playbook/shelf.ts';
import type { StoreId } from '#shared/domain/ids.ts';
import { channelsTaken } from '#shared/domain/incident/channel.ts';
import { AlertingLoop } from './alerting/alerting-loop.ts';
import { DeliveryLedger } from './alerting/delivery-ledger.ts';
import { noticeOf } from './alerting/words.ts';
import type { CorePorts } from './core-ports.ts';
import { HealthBoard } from './app/health-board.ts';
import { SourcesBoard } from './app/sources-board.ts';
import { DrillRunner } from './drill/drill-runner.ts';
import { LogKeeper } from './log/log-keeper.ts';
import { type Actions, createActions } from './paging/actions.ts';
import { LiveState } from './paging/live-state.ts';
import { PageDesk } from './paging/page-desk.ts';
import type { Paging } from './paging/paging.ts';
import { createPaging } from './paging/paging-service.ts';
import { runSelfTest } from './paging/self-test.ts';
import { statusReport } from './paging/status-report.ts';
import { RunningPlaybooks } from './playbook/running-playbooks.ts';
import { clockTime } from './platform/tray/clock-time.ts';

const SELF_TEST_WAIT_MS = 5000;

/** The part of the app that would go on if every window were closed: pages in, alarms out. */
export interface Core extends Actions {
  readonly paging: Paging;
  readonly desk: PageDesk;
  readonly health: HealthBoard;
  readonly sources: SourcesBoard;
  readonly logReady: Promise<void>;
  storeId(): StoreId | undefined;
  /** The drill that is running. */
  drill(): Drill | undefined;
  unacknowledged(): number;
  /** The machine woke, the clock jumped, words or settings changed: look again. */
  look(): void;
  /** What new incidents can run by from now on. */
  usePlaybooks(shelf: PlaybookShelf): void;
  stop(): Promise<void>;
}

export function createCore(ports: CorePorts): Core {
  const { clock, log, words } = ports;
  const live = new LiveState();
  const health = new HealthBoard(ports.changed);
  const sources = new SourcesBoard({
    clock,
    // One that is lost costs a later start the time of one call, never the page.
    save: (heard) => void log.run('save-sources', { sources: heard }).catch(() => undefined),
    changed: (heard) => ports.push('sources.heard', heard),
  });
  const playbooks = new RunningPlaybooks(ports.shelf, (hash) => log.run('playbook', { hash }));
  const ledger = new DeliveryLedger({
    // That the log fails is said by its keeper. A delivery that is not in it is raised anew by the next run.
    save: (put, drop) => void log.run('save-deliveries', { put, drop }).catch(() => undefined),
  });
  const running = () =>
    live.incidents().flatMap((incident) => {
      const playbook = playbooks.of(incident, ports.language());
      return playbook === undefined ? [] : [{ incident, playbook }];
    });

  const loop = new AlertingLoop({
    clock,
    notifier: ports.notifier,
    ledger,
    input: () => ({
      ...live.forAlerting(),
      incidents: running(),
      playbook: playbooks.inLanguage(ports.language()),
      playbookFor: playbooks.forPages(live.drills(), ports.language()),
      degraded: health.isDegraded,
      drill: live.drills()[0],
    }),
    notice: (toast) => noticeOf(toast, words, clockTime(ports.language())),
    decided: (decision) => {
      ports.showTray(decision.tray);
      ports.decided(decision);
    },
    recheck: (pageId) =>
      desk.command({ type: 'recheck', pageId }).then(
        () => undefined,
        (error: unknown) => ports.report('paging again', error),
      ),
    act: (action, toast) => actions.onToast(action, toast),
    delivered: (outcome, detail) => health.setNative(outcome, detail),
  });

  const drills = new DrillRunner({
    clock,
    drills: () => live.drills(),
    subjects: () => ({ pages: live.openPages(), incidents: live.incidents() }),
    run: (command) => desk.byItself(command),
    report: ports.report,
  });

  const look = (): void => {
    loop.look();
    drills.look();
  };
  const desk = new PageDesk({
    log,
    clock,
    live,
    author: ports.author,
    mintUnsavedId: () => `unsaved-${crypto.randomUUID()}`,
    saveFailed: ({ code, message }) => {
      health.raise(code, message);
      health.raise('page-unsaved', message);
    },
    saveWorked: () => {
      health.clear('disk-full');
      health.clear('log-unavailable');
    },
    changed: (written) => {
      if (written !== undefined && written.events.length > 0) {
        ports.push('log.appended', { storeId: written.storeId, events: written.events });
      }
      if (written !== undefined && written.drills.length > 0) ports.changed();
      if (live.unsaved().length === 0) health.clear('page-unsaved');
      void playbooks.fetchMissing(live.incidents()).then(
        (came) => came && loop.look(),
        // That the log fails is said by its keeper; the next change asks again.
        () => undefined,
      );
      look();
    },
  });

  const keeper = new LogKeeper({
    log,
    path: ports.logPath,
    tellPlaybooks: () => log.run('use-playbooks', playbooks.shelf),
    clock,
    health,
    refill: ports.refill,
    changed: ports.changed,
    report: ports.report,
    load: async (state, deliveries) => {
      live.load(state);
      live.prune(clock.now());
      sources.load(state.sources);
      if (deliveries !== undefined) loop.closeStale(deliveries);
      await playbooks.fetchMissing(state.incidents);
      look();
    },
    tick: () => {
      live.prune(clock.now());
      return desk.saveUnsaved();
    },
  });

  const testWords = () => ({
    title: words.t('alerts:testPage.title'),
    summary: words.t('alerts:testPage.summary'),
  });
  const actions = createActions({
    desk,
    clock,
    testWords,
    author: ports.author,
    copy: ports.copy,
    go: ports.go,
    incident: (id) => running().find(({ incident }) => incident.id === id),
    takenChannels: () => channelsTaken(live.incidents()),
    notTaken: (pageId, error) => {
      ports.report('acknowledging', error);
      health.raise('log-unavailable', error instanceof Error ? error.message : String(error));
      ledger.drop(`page:${pageId}`);
      loop.look();
    },
  });
  const paging = createPaging({
    desk,
    log,
    live,
    clock,
    unknownSeverity: () => ports.settings().unknownSeverity,
    go: ports.go,
    heard: (source) => sources.heard(source),
    importDocument: ports.importDocument,
    status: () =>
      statusReport({
        now: clock.now(),
        version: ports.version,
        runtime: ports.runtime,
        pages: [...live.unsaved(), ...live.pages()],
        incidents: live
          .incidents()
          .map((incident) => ({ incident, playbook: playbooks.of(incident, ports.language()) })),
        sources: sources.list(),
        drills: live.drills(),
        health: health.health,
        decision: loop.current(),
      }),
    selfTest: () =>
      runSelfTest({
        desk,
        clock,
        words: testWords,
        delivered: (pageId) => ledger.settled(`page:${pageId}`, SELF_TEST_WAIT_MS),
        decided: (pageId) => loop.last?.toasts.some(({ tag }) => tag === `page:${pageId}`) === true,
        health: () => health.health,
      }),
  });

  return {
    ...actions,
    paging,
    desk,
    health,
    sources,
    logReady: keeper.start(),
    storeId: () => keeper.storeId,
    unacknowledged: () => loop.last?.unacknowledged ?? 0,
    drill: () => live.drills()[0],
    look,
    usePlaybooks(shelf) {
      playbooks.use(shelf);
      // The log's keeper tells it again when its thread is a new one.
      log.run('use-playbooks', shelf).catch((error: unknown) => ports.report('playbooks', error));
      look();
    },
    async stop() {
      loop.stop();
      drills.stop();
      sources.stop();
      await keeper.stop();
    },
  };
}
