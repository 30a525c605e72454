import type { AlertingDecision } from '#shared/domain/alerting/decide.ts';
import type { TrayView } from '#shared/domain/alerting/tray-view.ts';
import type { PlaybookShelf } from '#shared/domain/playbook/shelf.ts';
import type { Translator } from '#shared/i18n/translator.ts';
import type { Destination, MessageOf, PushName } from '#shared/ipc/contract.ts';
import type { Language, Settings } from '#shared/settings.ts';
import type { StatusReport } from '#shared/status.ts';
import type { Notifier } from './alerting/notifier.ts';
import type { Log } from './log/log-client.ts';
import type { Clock } from './platform/ports.ts';
import type { Paging } from './paging/paging.ts';

/** The edges that the core speaks to; each has a test double. */
export interface CorePorts {
  readonly clock: Clock;
  readonly log: Log;
  readonly logPath: string;
  readonly notifier: Notifier;
  /** At the start; `usePlaybooks` says what becomes of it. */
  readonly shelf: PlaybookShelf;
  readonly settings: () => Settings;
  readonly language: () => Language;
  readonly words: Translator;
  readonly author: () => string;
  readonly version: string;
  readonly runtime: StatusReport['runtime'];
  readonly copy: (text: string, html: string | undefined) => Promise<void>;
  readonly showTray: (view: TrayView) => void;
  readonly decided: (decision: AlertingDecision) => void;
  readonly go: (destination: Destination) => void;
  readonly push: <Name extends PushName>(name: Name, message: MessageOf<Name>) => void;
  /** Health, or something else that windows show, is not what it was. */
  readonly changed: () => void;
  /** The log is new while a window's store may hold what it lacks. */
  readonly refill: () => void;
  readonly importDocument: Paging['importDocument'];
  readonly report: (what: string, error: unknown) => void;
}
