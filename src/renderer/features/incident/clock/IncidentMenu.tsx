import {
  BookOpen,
  Clock3,
  FileText,
  Flag,
  ListPlus,
  PencilLine,
  RotateCcw,
  SignalHigh,
  Undo2,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import {
  canBeMet,
  type MilestoneView,
  nextMilestone,
  undoableMilestone,
} from '#shared/domain/incident/milestones.ts';
import { offersPostMortem } from '#shared/domain/post-mortem/offered.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { useChoosablePlaybooks } from '../../../bridge/playbooks.ts';
import { askForAction, openPostMortem } from '../../../bridge/view.ts';
import { Menu } from '../../../ui/Menu.tsx';
import { useLinkingMenu } from '../pages/use-linking-menu.tsx';
import { wantsFirstUpdate } from './first-update.ts';
import { RecordMilestone } from './RecordMilestone.tsx';
import { RenameIncident } from './RenameIncident.tsx';

interface IncidentMenuProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
  readonly views: readonly MilestoneView[];
}

/** What is done less often than the next step. */
export function IncidentMenu({ incident, playbook, views }: IncidentMenuProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const [recording, setRecording] = useState<MilestoneView>();
  const [renaming, setRenaming] = useState(false);
  const linking = useLinkingMenu(incident);
  const choosable = useChoosablePlaybooks();
  // Once it is resolved it keeps the one it has.
  const otherPlaybooks =
    incident.resolvedAt === undefined ? choosable.filter(({ id }) => id !== incident.playbook.id) : [];
  const { id: incidentId } = incident;
  const open = views.filter((view) => canBeMet(view, incident));
  // The next one has the button beside this menu, unless the first update has it.
  const nextId = wantsFirstUpdate(incident, playbook) ? undefined : nextMilestone(views)?.id;
  const undoable = undoableMilestone(incident, playbook);
  return (
    <>
      <Menu
        label={t('incident.menu')}
        framed
        groups={[
          {
            label: t('incident.meet'),
            entries: open
              .filter(({ id }) => id !== nextId)
              .map(({ id, title }) => ({
                label: t('incident.meetOne', { milestone: title }),
                icon: Flag,
                onSelect: () => void run({ type: 'meet-milestone', incidentId, milestone: id }),
              })),
          },
          {
            entries: open.map((view) => ({
              label: t('incident.recordLate', { milestone: view.title }),
              icon: Clock3,
              onSelect: () => setRecording(view),
            })),
          },
          {
            label: t('incident.severity'),
            entries: playbook.severities
              .filter(({ id }) => id !== incident.severity)
              .map(({ id, name }) => ({
                label: t('incident.severityTo', { severity: `${id} ${name}` }),
                icon: SignalHigh,
                onSelect: () => void run({ type: 'change-severity', incidentId, severity: id }),
              })),
          },
          {
            label: t('playbooks.forIncident'),
            entries: otherPlaybooks.map(({ id, title }) => ({
              label: t('playbooks.changeTo', { title }),
              icon: BookOpen,
              onSelect: () => void run({ type: 'change-playbook', incidentId, playbook: id }),
            })),
          },
          { entries: linking.entries },
          {
            entries: [
              {
                label: t('actions.add'),
                icon: ListPlus,
                onSelect: () => askForAction({ incidentId }),
              },
              { label: t('incident.rename'), icon: PencilLine, onSelect: () => setRenaming(true) },
              ...(undoable === undefined
                ? []
                : [
                    {
                      label: t('incident.undoMilestone', { milestone: undoable.milestone.title }),
                      icon: Undo2,
                      onSelect: () => void run({ type: 'undo', eventId: undoable.done.eventId }),
                    },
                  ]),
              ...(offersPostMortem(incident, playbook)
                ? [
                    {
                      label: t('postMortem.menu'),
                      icon: FileText,
                      onSelect: () => openPostMortem(incidentId),
                    },
                  ]
                : []),
              ...(incident.resolvedAt === undefined
                ? []
                : [
                    {
                      label: t('incident.reopen'),
                      icon: RotateCcw,
                      onSelect: () => void run({ type: 'reopen', incidentId }),
                    },
                  ]),
            ],
          },
        ]}
      />
      {recording !== undefined && (
        <RecordMilestone
          incidentId={incidentId}
          milestone={recording}
          timeZone={playbook.timeZone}
          onClose={() => setRecording(undefined)}
        />
      )}
      {linking.dialog}
      {renaming && <RenameIncident incident={incident} onClose={() => setRenaming(false)} />}
    </>
  );
}
