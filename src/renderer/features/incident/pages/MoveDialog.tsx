import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Page } from '#shared/domain/page/page.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { LinkDialog } from './LinkDialog.tsx';

interface MoveDialogProps {
  readonly page: Page;
  readonly from: Incident;
  readonly onClose: () => void;
}

/** A page of this incident into another one. */
export function MoveDialog({ page, from, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const { id, severity, startedAt: detectedAt, status, test, drill } = page;
  return (
    <LinkDialog
      title={t('several.moveTitle', { title: page.title })}
      confirm={t('several.moveConfirm')}
      going={{ from: from.id, running: status !== 'resolved', test, drill, severity, detectedAt }}
      onClose={onClose}
      onConfirm={(into, countFromEarliest) =>
        void run({ type: 'link-pages', pageIds: [id], incidentId: into.id, countFromEarliest })
      }
    >
      <p>{t(from.pageIds.length === 1 ? 'several.moveLast' : 'several.moveBody')}</p>
    </LinkDialog>
  );
}
