import type { Instant } from '../ids.ts';
import { milestoneMarked } from '../playbook/lookup.ts';
import type { Playbook } from '../playbook/schema.ts';
import type { PlaybookEscalation, PlaybookTrigger } from '../playbook/schema-process.ts';
import type { Done, Incident } from './incident.ts';

export type EscalationLevel = PlaybookEscalation['levels'][number];

/** What escalation is decided by. A page that nobody has taken has it too: nothing met, nothing flagged. */
export type Escalating = Pick<
  Incident,
  'severity' | 'detectedAt' | 'met' | 'resolvedAt' | 'flags' | 'escalated'
>;

/** A level of the matrix as it stands at one instant (process document 3.3, reading 2). */
export type LevelView = {
  readonly level: EscalationLevel;
} & (
  | { readonly state: 'here' }
  | { readonly state: 'called'; readonly done: Done }
  /** It should have been called by now. `dueAt` is absent for what is due at once: a severity, a flag. */
  | { readonly state: 'due'; readonly why: readonly string[]; readonly dueAt?: Instant }
  | { readonly state: 'scheduled'; readonly why: readonly string[]; readonly dueAt: Instant }
  /** No timer runs; one of `on` would call it. Empty: whatever could call it has been met. */
  | { readonly state: 'waiting'; readonly on: readonly string[] }
);
export type NextLevel = Extract<LevelView, { readonly state: 'due' | 'scheduled' }>;

/**
 * Every level, each by its own triggers: a security incident calls the last one at once, past those before it. Timers
 * count from detection; the acknowledgement stops those for no response, the resolution stops all.
 */
export function levelsOf(incident: Escalating, playbook: Playbook, now: Instant): readonly LevelView[] {
  return (playbook.escalation?.levels ?? []).map((level): LevelView => {
    const done = incident.escalated[level.id];
    if (done !== undefined) return { level, state: 'called', done };
    if (level.calledWhen.length === 0) return { level, state: 'here' };
    if (incident.resolvedAt !== undefined) return { level, state: 'waiting', on: [] };
    return viewOf(level, incident, playbook, now);
  });
}

/** Who is next: of those due the lowest, else the one whose timer ends first. */
export function nextLevel(levels: readonly LevelView[]): NextLevel | undefined {
  const due = levels.find((view) => view.state === 'due');
  if (due !== undefined) return due;
  return levels
    .filter((view) => view.state === 'scheduled')
    .toSorted((one, other) => one.dueAt - other.dueAt)[0];
}

/** How far the matrix is, in a word to compare by: the levels look otherwise only when it is another. */
export function stageOf(levels: readonly (LevelView | undefined)[]): string {
  return levels
    .map((view) => {
      if (view === undefined) return '';
      const why = view.state === 'due' || view.state === 'scheduled' ? view.why.join() : '';
      return `${view.level.id} ${view.state} ${why}`;
    })
    .join();
}

/** Why a level is called, or would be next: the words for its message; empty when nothing calls it. */
export function reasonFor(view: LevelView | undefined): string {
  return view?.state === 'due' || view?.state === 'scheduled' ? view.why.join(', ') : '';
}

function viewOf(level: EscalationLevel, incident: Escalating, playbook: Playbook, now: Instant): LevelView {
  const timed = level.calledWhen.flatMap((trigger): { text: string; at: Instant }[] => {
    const at = instantOf(trigger, incident, playbook);
    return at === undefined ? [] : [{ text: trigger.text, at }];
  });
  const atOnce = level.calledWhen.filter((trigger) => isGiven(trigger, incident)).map(({ text }) => text);
  const ended = timed.filter(({ at }) => at <= now);
  const why = [...atOnce, ...ended.map(({ text }) => text)];
  const first = Math.min(...timed.map(({ at }) => at));
  if (atOnce.length > 0) return { level, state: 'due', why };
  if (ended.length > 0) return { level, state: 'due', why, dueAt: first };
  if (timed.length > 0) {
    const words = timed.filter(({ at }) => at === first).map(({ text }) => text);
    return { level, state: 'scheduled', why: words, dueAt: first };
  }
  const on = level.calledWhen.filter(({ when }) => when === 'flag' || when === 'severity');
  return { level, state: 'waiting', on: on.map(({ text }) => text) };
}

/** When a timer ends; undefined once it was stopped, and for what has none. */
function instantOf(trigger: PlaybookTrigger, incident: Escalating, playbook: Playbook): Instant | undefined {
  if (trigger.when === 'unresolved') return incident.detectedAt + trigger.after;
  if (trigger.when !== 'unacknowledged') return undefined;
  const acknowledgement = milestoneMarked(playbook, 'acknowledgement');
  const stopped = acknowledgement !== undefined && incident.met[acknowledgement.id] !== undefined;
  return stopped ? undefined : incident.detectedAt + trigger.after;
}

function isGiven(trigger: PlaybookTrigger, incident: Escalating): boolean {
  if (trigger.when === 'severity') return trigger.severities.includes(incident.severity);
  return trigger.when === 'flag' && incident.flags[trigger.flag] !== undefined;
}
