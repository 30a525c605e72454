import type { Instant } from '../ids.ts';
import { procedureChecklist } from '../playbook/checklists.ts';
import { milestoneById } from '../playbook/lookup.ts';
import type { PlaybookPhase, PlaybookProcedure } from '../playbook/schema-process.ts';
import type { Playbook } from '../playbook/schema.ts';
import { type Done, type Incident, tickKey } from './incident.ts';
import { itemWords } from './item-words.ts';
import { asksFor, type PhaseWindow, windowsOf } from './phase-windows.ts';

/**
 * `done`: all is ticked. `late`: its window ended with something unticked. `skipped`: the incident was resolved before its
 * window ended. Else by the clock.
 */
export type PhaseState = 'done' | 'upcoming' | 'current' | 'late' | 'skipped';

/** Something to do, as it stands. */
export interface ItemView {
  /** The checklist of the log. */
  readonly checklist: string;
  readonly id: string;
  readonly text: string;
  /** Id of the command that helps with it. */
  readonly command?: string;
  /** It asks for the rollback (5.2). */
  readonly rollback: boolean;
  readonly tick?: Done;
}
/** What was unticked when its window ended. */
export interface LateItem extends ItemView {
  readonly phase: string;
  readonly phaseTitle: string;
  readonly endedAt: Instant;
}
export interface PhaseView extends PhaseWindow {
  readonly id: string;
  readonly title: string;
  readonly state: PhaseState;
  /** Title of the milestone that begins it, while that is not met. */
  readonly awaits?: string;
  /** Those that have not been carried forward. */
  readonly items: readonly ItemView[];
  readonly done: number;
  readonly total: number;
}
export interface ProcedureView {
  readonly id: string;
  readonly title: string;
  /** Set for one that a flag added (5.3). */
  readonly flag?: string;
  readonly phases: readonly PhaseView[];
}
export interface ProceduresView {
  /** Those of the severity first, then those of raised flags, each in the playbook's order. */
  readonly procedures: readonly ProcedureView[];
  /** Carried forward from phases whose window has ended, in the order they were to be done. */
  readonly late: readonly LateItem[];
}

/** The procedures of one incident as they stand at `now` (process document 5.1 and 5.3). Each item is in one place. */
export function proceduresOf(incident: Incident, playbook: Playbook, now: Instant): ProceduresView {
  const applying = applyingTo(incident, playbook);
  const late: LateItem[] = [];
  const procedures = applying.map((procedure): ProcedureView => {
    const windows = windowsOf(procedure, incident, playbook);
    const phases = procedure.phases.map((phase, index) => {
      const window = windows[index] ?? {};
      const items = itemsIn(procedure, phase, incident, playbook);
      const state = stateOf(items, window, now);
      if (state === 'late') late.push(...carriedFrom(phase, items, window));
      return phaseView(phase, items, state, window, playbook);
    });
    const { id, title, flag } = procedure;
    return { id, title, ...(flag === undefined ? {} : { flag }), phases };
  });
  return { procedures, late };
}

/**
 * The instants at which `proceduresOf` changes by the clock alone, ascending: between two of them it is the same.
 */
export function windowEdges(incident: Incident, playbook: Playbook): Instant[] {
  const windows = applyingTo(incident, playbook).flatMap((procedure) =>
    windowsOf(procedure, incident, playbook),
  );
  const edges = windows.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]);
  return [...new Set(edges.filter((edge) => edge !== undefined))].toSorted((one, other) => one - other);
}

/** What to have open: the current phases, or, when there is none (left), the next one. */
export function phasesToOpen({ phases }: ProcedureView): readonly PhaseView[] {
  const current = phases.filter(({ state }) => state === 'current');
  return current.length > 0 ? current : phases.filter(({ state }) => state === 'upcoming').slice(0, 1);
}

function applyingTo(incident: Incident, { procedures = [] }: Playbook): PlaybookProcedure[] {
  const applying = procedures.filter((procedure) => asksFor(incident, procedure));
  const [main, added] = [
    applying.filter(({ flag }) => flag === undefined),
    applying.filter(({ flag }) => flag),
  ];
  return [...main, ...added];
}

function itemsIn(
  { id }: PlaybookProcedure,
  { items }: PlaybookPhase,
  incident: Incident,
  playbook: Playbook,
): ItemView[] {
  const checklist = procedureChecklist(id);
  return items.map(({ id: item, text, command, rollback = false }) => {
    const tick = incident.ticks[tickKey(checklist, item)];
    return {
      checklist,
      id: item,
      text: itemWords(text, playbook, incident),
      rollback,
      ...(command === undefined ? {} : { command }),
      ...(tick === undefined ? {} : { tick }),
    };
  });
}

function stateOf(items: readonly ItemView[], window: PhaseWindow, now: Instant): PhaseState {
  const { startsAt, isBegun, endsAt, stopsAt } = window;
  if (items.every(({ tick }) => tick !== undefined)) return 'done';
  const at = Math.min(now, stopsAt ?? now);
  const begun = isBegun ?? (startsAt !== undefined && at >= startsAt);
  if (begun && endsAt !== undefined && at >= endsAt) return 'late';
  if (stopsAt !== undefined) return 'skipped';
  return begun ? 'current' : 'upcoming';
}

function carriedFrom(
  { id: phase, title }: PlaybookPhase,
  items: readonly ItemView[],
  { endsAt = 0 }: PhaseWindow,
): LateItem[] {
  return items
    .filter(({ tick }) => tick === undefined)
    .map((item) => ({ ...item, phase, phaseTitle: title, endedAt: endsAt }));
}

function phaseView(
  { id, title, after }: PlaybookPhase,
  items: readonly ItemView[],
  state: PhaseState,
  window: PhaseWindow,
  playbook: Playbook,
): PhaseView {
  const ticked = items.filter(({ tick }) => tick !== undefined);
  const awaited =
    after === undefined || window.startsAt !== undefined ? undefined : milestoneById(playbook, after)?.title;
  return {
    ...window,
    id,
    title,
    state,
    items: state === 'late' ? ticked : items,
    done: ticked.length,
    total: items.length,
    ...(awaited === undefined ? {} : { awaits: awaited }),
  };
}
