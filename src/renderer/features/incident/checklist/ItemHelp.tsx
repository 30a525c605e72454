import { SquareTerminal, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { ItemView } from '#shared/domain/incident/procedures.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { CommandCard } from '../../../bridge/CommandCard.tsx';
import { showChecklist } from '../../../bridge/view.ts';
import { useCommandValues } from '../../../db/command-values.ts';
import { Button } from '../../../ui/Button.tsx';

interface ItemHelpProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
  readonly item: Pick<ItemView, 'command' | 'rollback'>;
}

/** What helps with an item: its command, unfolded on demand, and the rollback that it asks about. */
export function ItemHelp({ incident, playbook, item }: ItemHelpProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { values, setValue } = useCommandValues(incident.id);
  const command = playbook.commands?.find(({ id }) => id === item.command);
  const rollback = item.rollback && playbook.rollback !== undefined;
  if (command === undefined && !rollback) return null;
  return (
    <>
      <div className="actions">
        {command !== undefined && (
          <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            <SquareTerminal className="icon-small" aria-hidden="true" />
            {t('procedure.command')}
          </Button>
        )}
        {rollback && (
          <Button size="small" onClick={() => showChecklist(incident.id, 'rollback')}>
            <Undo2 className="icon-small" aria-hidden="true" />
            {t('procedure.openRollback')}
          </Button>
        )}
      </div>
      {command !== undefined && open && <CommandCard command={command} values={values} onValue={setValue} />}
    </>
  );
}
