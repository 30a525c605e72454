import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import type { Scenario } from '#shared/domain/playbook/schema-drills.ts';
import { useCommand } from '../../bridge/commands.ts';
import { useLive } from '../../db/live.ts';
import { Dialog } from '../../ui/Dialog.tsx';

interface StartDialogProps {
  readonly scenario: Scenario;
  readonly playbook: Playbook;
  readonly onClose: () => void;
}

/** The rules of a drill before it begins; it cannot until everybody knows of it (process document 8.2). */
export function StartDialog({ scenario, playbook, onClose }: StartDialogProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const [known, setKnown] = useState(false);
  const open = useLive(
    ({ pages, incidents }) =>
      [...pages.values()].filter(({ status, drill }) => status === 'firing' && drill === undefined).length +
      [...incidents.values()].filter(
        ({ resolvedAt, closedAt, drill }) => (resolvedAt ?? closedAt ?? drill) === undefined,
      ).length,
  );
  const start = (): void =>
    void run({
      type: 'start-drill',
      playbook: playbook.id,
      scenario: scenario.id,
      language: playbook.language,
      everyoneKnows: true,
    });
  return (
    <Dialog
      open
      title={t('drill.startTitle', { title: scenario.title })}
      onClose={onClose}
      confirm={{ label: t('drill.start'), onConfirm: start, disabled: !known }}
    >
      <div className="start-drill">
        <p>{t('drill.startBody')}</p>
        {open > 0 && (
          <p className="start-drill-open">
            <TriangleAlert className="icon" aria-hidden="true" />
            {t('drill.open', { count: open })}
          </p>
        )}
        <div>
          <h3>{t('drill.startRules')}</h3>
          <ul className="bulleted">
            {playbook.drills?.principles.map((principle) => (
              <li key={principle}>{principle}</li>
            ))}
          </ul>
        </div>
        <label className="start-drill-known">
          <input
            type="checkbox"
            className="checkbox"
            checked={known}
            onChange={(event) => setKnown(event.target.checked)}
          />
          {t('drill.everyoneKnows')}
        </label>
      </div>
    </Dialog>
  );
}
