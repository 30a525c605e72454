import type { Core } from '../core.ts';
import type { TrayAction } from '../platform/tray/tray-model.ts';
import type { Report } from './app-log.ts';
import type { MainWindow } from './main-window.ts';
import type { Quitting } from './quit.ts';

export interface TrayActionParts {
  readonly window: MainWindow;
  readonly core: Core;
  readonly quitting: Quitting;
  readonly report: Report;
}

/** What a click in the tray does. */
export function runTrayAction(action: TrayAction, { window, core, quitting, report }: TrayActionParts): void {
  switch (action.do) {
    case 'open':
      window.open();
      break;
    case 'open-page':
      window.open({ place: 'page', pageId: action.pageId });
      break;
    case 'open-incident':
      window.open({ place: 'incident', incidentId: action.incidentId });
      break;
    case 'acknowledge':
      core.acknowledge(action.pageId);
      break;
    case 'copy-update':
      core.copyUpdate(action.incidentId).catch((error: unknown) => report('copying the update', error));
      break;
    case 'end-drill':
      core.endDrill(action.drill).catch((error: unknown) => report('ending the drill', error));
      break;
    case 'quit':
      void quitting.request();
      break;
  }
}
