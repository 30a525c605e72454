import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { askForAction, goTo } from '../../../bridge/view.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useCommand } from '../../../bridge/commands.ts';
import './after.css';

/** What is to be done after the incident, once it is resolved or something was written down (process document 6.3). */
export function ActionsButton({ incident }: { readonly incident: Incident }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { actions, resolvedAt, drillEnded } = incident;
  if (actions.length === 0 && resolvedAt === undefined && drillEnded === undefined) return null;
  const completed = actions.filter(({ status }) => status === 'completed').length;
  return (
    <>
      <Button kind="quiet" size="small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {actions.length === 0
          ? t('actions.none')
          : t('actions.ofIncidentCount', { completed, total: actions.length })}
      </Button>
      {open && <ActionsDialog incident={incident} onClose={() => setOpen(false)} />}
    </>
  );
}

interface ActionsDialogProps {
  readonly incident: Incident;
  readonly onClose: () => void;
}

function ActionsDialog({ incident, onClose }: ActionsDialogProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const { actions, id: incidentId } = incident;
  return (
    <Dialog
      open
      title={t('actions.ofIncident')}
      onClose={onClose}
      confirm={{ label: t('actions.add'), onConfirm: () => askForAction({ incidentId }) }}
      cancel={t('action.close')}
    >
      {actions.length === 0 && <p className="muted">{t('actions.ofIncidentNone')}</p>}
      <ul className="after-actions">
        {actions.map(({ id, description, owner, dueOn, status }) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                className="checkbox"
                checked={status === 'completed'}
                onChange={({ target: { checked } }) =>
                  void run({
                    type: 'change-action',
                    incidentId,
                    action: id,
                    status: checked ? 'completed' : 'open',
                  })
                }
              />
              <span>{description}</span>
            </label>
            <span className="secondary">
              {owner === '' ? t('actions.nobody') : owner} · <span className="figures">{dueOn}</span>
              {status === 'in-progress' && ` · ${t('actions.status.in-progress')}`}
            </span>
          </li>
        ))}
      </ul>
      <Button
        kind="quiet"
        size="small"
        onClick={() => {
          onClose();
          goTo('actions');
        }}
      >
        {t('actions.seeAll')}
      </Button>
    </Dialog>
  );
}
