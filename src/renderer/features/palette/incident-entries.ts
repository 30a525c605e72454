import type { TFunction } from 'i18next';
import type { Command } from '#shared/domain/command/command.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { openSteps } from '#shared/domain/incident/lifecycle.ts';
import { canBeMet, milestonesOf } from '#shared/domain/incident/milestones.ts';
import { offersPostMortem } from '#shared/domain/post-mortem/offered.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { askForAction, callComposer, openPostMortem } from '../../bridge/view.ts';
import type { PaletteEntry } from './entry.ts';

export interface IncidentContext {
  readonly t: TFunction;
  readonly incident: Incident;
  readonly playbook: Playbook;
  readonly now: Instant;
  /** The person's name; empty when it was not said. */
  readonly me: string;
  readonly run: (command: Command) => unknown;
}

/** All that can be done about an incident now, from its playbook: nothing is offered only to be refused. */
export function incidentEntries(context: IncidentContext): PaletteEntry[] {
  // Where no clock runs, all that is left is what comes afterwards.
  if (context.incident.merged !== undefined) return [];
  if (context.incident.drillEnded !== undefined) {
    return [actionEntry(context), ...postMortemEntries(context)];
  }
  return [
    ...milestoneEntries(context),
    ...stepEntries(context),
    ...roleEntries(context),
    ...escalationEntries(context),
    ...severityEntries(context),
    ...flagEntries(context),
    ...reopenEntries(context),
    actionEntry(context),
    ...postMortemEntries(context),
    ...messageEntries(context),
  ];
}

function milestoneEntries({ t, incident, playbook, now, run }: IncidentContext): PaletteEntry[] {
  return milestonesOf(incident, playbook, now)
    .filter((view) => canBeMet(view, incident))
    .map(({ id, title, action, marks }) => ({
      id: `milestone:${id}`,
      group: 'action',
      label: action ?? t('incident.meetOne', { milestone: title }),
      keywords: title,
      ...(marks === 'declaration' ? { hint: 'd' } : {}),
      act: () => void run({ type: 'meet-milestone', incidentId: incident.id, milestone: id }),
    }));
}

/** Steps with a milestone are met with it. */
function stepEntries({ t, incident, playbook, run }: IncidentContext): PaletteEntry[] {
  if (incident.closedAt !== undefined) return [];
  return openSteps(incident, playbook)
    .filter(({ milestone }) => milestone === undefined)
    .map(({ id, title, action }) => ({
      id: `step:${id}`,
      group: 'action',
      label: action ?? t('palette.enter', { step: title }),
      keywords: title,
      act: () => void run({ type: 'enter-step', incidentId: incident.id, step: id }),
    }));
}

function roleEntries({ t, incident, playbook, me, run }: IncidentContext): PaletteEntry[] {
  if (me === '' || incident.closedAt !== undefined) return [];
  return (playbook.roles ?? [])
    .filter(({ id }) => incident.roles[id]?.name !== me)
    .map(({ id, title, short = '' }) => ({
      id: `role:${id}`,
      group: 'action',
      label: t('palette.takeRole', { role: title }),
      keywords: short,
      act: () => void run({ type: 'assign-role', incidentId: incident.id, role: id, name: me }),
    }));
}

/** The first level is who was paged: there is nobody to call in. */
function escalationEntries({ t, incident, playbook, run }: IncidentContext): PaletteEntry[] {
  if (incident.closedAt !== undefined) return [];
  return (playbook.escalation?.levels ?? [])
    .filter(({ id, calledWhen }) => calledWhen.length > 0 && incident.escalated[id] === undefined)
    .map(({ id, title }) => ({
      id: `escalate:${id}`,
      group: 'action',
      label: t('palette.escalate', { level: title }),
      keywords: t('palette.also.contact'),
      act: () => void run({ type: 'escalate', incidentId: incident.id, level: id }),
    }));
}

function severityEntries({ t, incident, playbook, run }: IncidentContext): PaletteEntry[] {
  return playbook.severities
    .filter(({ id }) => id !== incident.severity)
    .map(({ id, name }) => ({
      id: `severity:${id}`,
      group: 'action',
      label: t('palette.severity', { severity: `${id} ${name}` }),
      keywords: t('palette.also.severity'),
      act: () => void run({ type: 'change-severity', incidentId: incident.id, severity: id }),
    }));
}

function flagEntries({ t, incident, playbook, run }: IncidentContext): PaletteEntry[] {
  return (playbook.flags ?? []).map(({ id, title }) => {
    const isOn = incident.flags[id] !== undefined;
    return {
      id: `flag:${id}`,
      group: 'action',
      label: t(isOn ? 'palette.flagOff' : 'palette.flagOn', { flag: title }),
      act: () => void run({ type: 'flag', incidentId: incident.id, flag: id, on: !isOn }),
    };
  });
}

function reopenEntries({ t, incident, run }: IncidentContext): PaletteEntry[] {
  if (incident.resolvedAt === undefined) return [];
  const act = (): void => void run({ type: 'reopen', incidentId: incident.id });
  return [{ id: 'reopen', group: 'action', label: t('palette.reopen'), act }];
}

function actionEntry({ t, incident }: IncidentContext): PaletteEntry {
  const act = (): void => askForAction({ incidentId: incident.id });
  return { id: 'add-action', group: 'action', label: t('actions.add'), act };
}

function postMortemEntries({ t, incident, playbook }: IncidentContext): PaletteEntry[] {
  if (!offersPostMortem(incident, playbook)) return [];
  const act = (): void => openPostMortem(incident.id);
  return [{ id: 'post-mortem', group: 'action', label: t('postMortem.menu'), act }];
}

/** They open in the composer: what is copied has to be seen first. */
function messageEntries({ t, playbook }: IncidentContext): PaletteEntry[] {
  return [...playbook.templates, playbook.statusPage].map(({ id, title }) => ({
    id: `message:${id}`,
    group: 'message',
    label: t('palette.message', { title }),
    keywords: t('palette.also.message'),
    act: () => callComposer(id),
  }));
}
