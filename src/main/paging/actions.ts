import type { Toast } from '#shared/domain/alerting/toast.ts';
import type { IncidentId, PageId } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import type { Destination } from '#shared/ipc/contract.ts';
import type { NoticeAction } from '../alerting/notifier.ts';
import type { Clock } from '../platform/ports.ts';
import { updateToCopy } from './copy-update.ts';
import type { PageDesk } from './page-desk.ts';
import { testPageInput } from './self-test.ts';

export interface ActionPorts {
  readonly desk: PageDesk;
  readonly clock: Clock;
  readonly author: () => string;
  readonly incident: (id: IncidentId) => { incident: Incident; playbook: Playbook } | undefined;
  /** Of the incidents not closed. */
  readonly takenChannels: () => ReadonlySet<string>;
  readonly testWords: () => { readonly title: string; readonly summary: string };
  readonly copy: (text: string, html: string | undefined) => Promise<void>;
  readonly go: (destination: Destination) => void;
  /** An acknowledgement was not taken: the page has to show again. */
  readonly notTaken: (pageId: PageId, error: unknown) => void;
}

/** What a person does from a notification or the tray, with no window needed. */
export interface Actions {
  acknowledge(pageId: PageId): void;
  onToast(action: NoticeAction, toast: Toast): void;
  /** Puts an incident's next status update on the clipboard; the window opens on it where it has gaps. */
  copyUpdate(incidentId: IncidentId): Promise<void>;
  sendTestPage(): Promise<PageId>;
  /** @throws {LogError} nothing was written */
  endDrill(drill: string): Promise<void>;
}

export function createActions(ports: ActionPorts): Actions {
  const { desk, clock } = ports;

  function acknowledge(pageId: PageId): void {
    desk.acknowledge(pageId).catch((error: unknown) => ports.notTaken(pageId, error));
  }

  return {
    acknowledge,
    onToast(action, { target }) {
      if (target.kind === 'incident') ports.go({ place: 'incident', incidentId: target.incidentId });
      else if (target.kind === 'pages') ports.go({ place: 'pages' });
      else if (target.kind === 'actions') ports.go({ place: 'actions' });
      else if (action === 'acknowledge') acknowledge(target.pageId);
      else ports.go({ place: 'page', pageId: target.pageId });
    },
    async copyUpdate(incidentId) {
      const running = ports.incident(incidentId);
      const context = { now: clock.now(), me: ports.author(), takenChannels: ports.takenChannels() };
      const update = running && updateToCopy(running.incident, running.playbook, context);
      if (update === undefined) return;
      await ports.copy(update.text, update.html);
      if (update.hasGaps) ports.go({ place: 'incident', incidentId, composer: true });
      await desk.command(update.record);
    },
    async endDrill(drill) {
      await desk.command({ type: 'end-drill', drill });
    },
    async sendTestPage() {
      const [page] = await desk.accept([{ input: testPageInput(ports.testWords(), clock.now()) }]);
      if (page === undefined) throw new Error('the log gave no page back');
      return page.pageId;
    },
  };
}
