import { ArrowRight, PencilLine, Siren, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedAction } from '#shared/domain/action/listed.ts';
import type { ActionStatus } from '#shared/domain/action/terms.ts';
import { useCommand } from '../../bridge/commands.ts';
import { askForAction, select } from '../../bridge/view.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Menu } from '../../ui/Menu.tsx';

interface ActionMenuProps {
  readonly listed: ListedAction;
  readonly moves: readonly ActionStatus[];
  readonly onMove: (to: ActionStatus) => void;
}

/** What can be done about one action item. */
export function ActionMenu({ listed: { action, incident }, moves, onMove }: ActionMenuProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const [removing, setRemoving] = useState(false);
  const about = { incidentId: incident.id, actionId: action.id };
  return (
    <>
      <Menu
        label={t('actions.menu', { description: action.description })}
        groups={[
          {
            entries: moves.map((status) => ({
              label: t('actions.moveTo', { status: t(`actions.status.${status}`) }),
              icon: ArrowRight,
              onSelect: () => onMove(status),
            })),
          },
          {
            entries: [
              { label: t('actions.edit'), icon: PencilLine, onSelect: () => askForAction(about) },
              {
                label: t('actions.openIncident'),
                icon: Siren,
                onSelect: () => select({ kind: 'incident', incidentId: incident.id }),
              },
              { label: t('actions.remove'), icon: Trash2, onSelect: () => setRemoving(true) },
            ],
          },
        ]}
      />
      <Dialog
        open={removing}
        title={t('actions.removeTitle')}
        onClose={() => setRemoving(false)}
        confirm={{
          label: t('actions.removeConfirm'),
          onConfirm: () => void run({ type: 'remove-action', incidentId: incident.id, action: action.id }),
        }}
      >
        <p>{action.description}</p>
        <p className="muted">{t('actions.removeBody')}</p>
      </Dialog>
    </>
  );
}
