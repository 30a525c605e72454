import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { Button } from '../../../ui/Button.tsx';

/** The flags that add a procedure when raised (process document 5.3). */
export function addableFlags(
  incident: Incident,
  { flags = [], procedures = [] }: Playbook,
): readonly { readonly id: string; readonly title: string }[] {
  return flags.filter(
    ({ id }) => incident.flags[id] === undefined && procedures.some(({ flag }) => flag === id),
  );
}

interface FlagControlsProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
  readonly onAdd: (flag: string) => void;
}

/** Saying that data was leaked or lost: what has to be done then joins the column. */
export function FlagControls({ incident, playbook, onAdd }: FlagControlsProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const addable = addableFlags(incident, playbook);
  if (addable.length === 0 || incident.closedAt !== undefined) return null;
  const add = (flag: string): void => {
    onAdd(flag);
    void run({ type: 'flag', incidentId: incident.id, flag, on: true });
  };
  return (
    <section className="flag-controls" aria-label={t('procedure.add')}>
      <h3>{t('procedure.add')}</h3>
      <div className="actions">
        {addable.map(({ id, title }) => (
          <Button key={id} size="small" onClick={() => add(id)}>
            <Plus className="icon-small" aria-hidden="true" />
            {title}
          </Button>
        ))}
      </div>
    </section>
  );
}

/** Taking a flag back. What was ticked stays in the log. */
export function TakeBackFlag({
  incident,
  flag,
  playbook,
}: {
  readonly incident: Incident;
  readonly flag: string;
  readonly playbook: Playbook;
}) {
  const { t } = useTranslation();
  const run = useCommand();
  const title = playbook.flags?.find(({ id }) => id === flag)?.title ?? flag;
  return (
    <Button
      kind="quiet"
      size="small"
      onClick={() => void run({ type: 'flag', incidentId: incident.id, flag, on: false })}
    >
      <X className="icon-small" aria-hidden="true" />
      {t('procedure.takeBack', { flag: title })}
    </Button>
  );
}
