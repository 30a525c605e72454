import { create } from 'zustand';
import type { IncidentId, PageId } from '#shared/domain/ids.ts';
import type { Destination } from '#shared/ipc/contract.ts';

export type Place =
  | 'incidents'
  | 'history'
  | 'actions'
  | 'drills'
  | 'playbook'
  | 'import'
  | 'health'
  | 'settings'
  | 'welcome';
export type Selection =
  | { readonly kind: 'page'; readonly pageId: PageId }
  | { readonly kind: 'incident'; readonly incidentId: IncidentId };

/** Something that did not work, or that is worth saying, in words already in the person's language. */
export interface Notice {
  /** Left out: a problem. */
  readonly tone?: 'info';
  readonly text: string;
  readonly detail?: string;
}

/** What the checklist's column shows of an incident. */
export type ChecklistList = 'quick' | 'procedure' | 'rollback';

export interface ActionDialogView {
  readonly incidentId?: string;
  /** Left out: a new one. */
  readonly actionId?: string;
}

/** What the playbook place shows: one for reading (left out: the default), all of them, or a file to edit. */
export type PlaybookScreen =
  | { readonly kind: 'read'; readonly of?: PlaybookKey }
  | { readonly kind: 'library' }
  | { readonly kind: 'edit'; readonly file: string; readonly template?: string };
export interface PlaybookKey {
  readonly id: string;
  readonly version: string;
}

export interface View {
  readonly place: Place;
  readonly playbookScreen: PlaybookScreen;
  readonly selection: Selection | undefined;
  /** Counts the calls to go to the composer: each moves the focus there once. */
  readonly composerCalls: number;
  /** The last call that a composer has answered: the next incident's does not answer it again. */
  readonly composerAnswered: number;
  /** The message that the last call wants; undefined: the status update. */
  readonly composerTemplate: string | undefined;
  /** By incident; left out: the quick reference. */
  readonly checklists: Readonly<Record<string, ChecklistList>>;
  /** Incidents that a command's answer has named: the log's own news of them may come a moment later. */
  readonly promised: ReadonlySet<string>;
  /** The dialog of an action item: an existing one, or a new one, of an incident where that is known. */
  readonly actionDialog: ActionDialogView | undefined;
  readonly handoverOpen: boolean;
  /** The incident whose post-mortem is written, in place of its own screen. */
  readonly postMortemOf: string | undefined;
  readonly notice: Notice | undefined;
  /** In a narrow window the list lies over the rest. */
  readonly listOpen: boolean;
  readonly keysOpen: boolean;
  readonly paletteOpen: boolean;
  /** The reference sheet, at one of its commands where that is asked for. */
  readonly reference: { readonly command?: string } | undefined;
}

export const initialView: View = {
  place: 'incidents',
  playbookScreen: { kind: 'read' },
  selection: undefined,
  composerCalls: 0,
  composerAnswered: 0,
  composerTemplate: undefined,
  checklists: {},
  promised: new Set(),
  actionDialog: undefined,
  handoverOpen: false,
  postMortemOf: undefined,
  notice: undefined,
  listOpen: false,
  keysOpen: false,
  paletteOpen: false,
  reference: undefined,
};

/** Where the window is. What people click and what main asks for (`window.go`) lead to the same state. */
export const useView = create<View>(() => initialView);

export function goTo(place: Place): void {
  useView.setState({ place, listOpen: false, notice: undefined });
}

export function showPlaybook(playbookScreen: PlaybookScreen): void {
  useView.setState({ place: 'playbook', playbookScreen, listOpen: false, notice: undefined });
}

export function select(selection: Selection | undefined): void {
  useView.setState({
    place: 'incidents',
    selection,
    postMortemOf: undefined,
    listOpen: false,
    notice: undefined,
  });
}

/** To a message of the incident on screen, and in it to what is missing. @param template its id; left out: the status update's */
export function callComposer(template?: string): void {
  useView.setState(({ composerCalls }) => ({ composerCalls: composerCalls + 1, composerTemplate: template }));
}

/** How many calls to the composer have been answered by any incident's. */
export function answeredCalls(): number {
  return useView.getState().composerAnswered;
}

/** Asks for an action item: a new one, or what is otherwise about one that is there. */
export function askForAction(about: ActionDialogView): void {
  useView.setState({ actionDialog: about });
}

export function showChecklist(incidentId: string, list: ChecklistList): void {
  useView.setState(({ checklists }) => ({ checklists: { ...checklists, [incidentId]: list } }));
}

/** An incident that there is, whether or not the window has read of it. */
export function promiseIncident(id: IncidentId): void {
  useView.setState(({ promised }) => (promised.has(id) ? {} : { promised: new Set([...promised, id]) }));
}

export function showNotice(notice: Notice | undefined): void {
  useView.setState({ notice });
}

/** To the post-mortem of an incident, or back to the incident. */
export function openPostMortem(incidentId: IncidentId): void {
  select({ kind: 'incident', incidentId });
  useView.setState({ postMortemOf: incidentId });
}
export function closePostMortem(): void {
  useView.setState({ postMortemOf: undefined, notice: undefined });
}

/** Where a notification, the tray or another start of the app asks to go. */
export function goToDestination(destination: Destination): void {
  switch (destination.place) {
    case 'page':
      select({ kind: 'page', pageId: destination.pageId });
      return;
    case 'incident':
      select({ kind: 'incident', incidentId: destination.incidentId });
      if (destination.composer === true) callComposer();
      return;
    case 'pages':
      useView.setState({ place: 'incidents', listOpen: true, notice: undefined });
      return;
    case 'actions':
    case 'settings':
    case 'import':
      goTo(destination.place);
  }
}
