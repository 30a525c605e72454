import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LevelView } from '#shared/domain/incident/escalation.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useEscalate } from './use-escalate.ts';

interface CopyForLevelProps {
  readonly view: LevelView;
  readonly incident: Incident;
  readonly playbook: Playbook;
  /** Only a picture, where there is no room for words. */
  readonly compact?: boolean;
}

/** One click: the message and the contact are copied, and the level stands as called. Asks once about gaps. */
export function CopyForLevel({ view, incident, playbook, compact = false }: CopyForLevelProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const { escalate, message, said } = useEscalate(view, incident, playbook);
  const [asking, setAsking] = useState(false);
  const { gaps, template } = message;
  const label = useCopyLabel(view, template !== undefined);
  const name = t('escalation.copyFor', { label, level: view.level.title });
  const ask = (): void => {
    if (gaps.length > 0) setAsking(true);
    else void escalate();
  };
  return (
    <div className="escalation-acts">
      {compact ? (
        <IconButton icon={Copy} label={name} onClick={ask} />
      ) : (
        <Button
          size="small"
          kind={view.state === 'due' || view.state === 'scheduled' ? 'plain' : 'quiet'}
          aria-label={name}
          onClick={ask}
        >
          {label}
        </Button>
      )}
      {view.state === 'called' && (
        <Button
          size="small"
          kind="quiet"
          onClick={() => void run({ type: 'undo', eventId: view.done.eventId })}
        >
          {t('action.undo')}
        </Button>
      )}
      <span className="visually-hidden" role="status">
        {said ? t('escalation.copied', { level: view.level.title }) : ''}
      </span>
      <Dialog
        open={asking}
        title={t('composer.gapsTitle', { count: gaps.length })}
        onClose={() => setAsking(false)}
        confirm={{ label: t('composer.copyAnyway'), onConfirm: () => void escalate() }}
      >
        <p className="muted">
          {t('composer.gapsBody', { fields: gaps.map((field) => field.label).join(', ') })}
        </p>
      </Dialog>
    </div>
  );
}

function useCopyLabel({ state }: LevelView, hasWords: boolean): string {
  const { t } = useTranslation();
  if (state === 'called') return t('escalation.copyAgain');
  return t(hasWords ? 'escalation.copy' : 'escalation.copyContact');
}
