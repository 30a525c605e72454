import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { select } from '../../../bridge/view.ts';
import { LinkDialog } from './LinkDialog.tsx';

/** This incident into another one, which is then the one on the screen. */
export function MergeDialog({
  incident,
  onClose,
}: {
  readonly incident: Incident;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const run = useCommand();
  const { id: from, severity, detectedAt, declaredAt, channel, resolvedAt, test, drill } = incident;
  const count = incident.pageIds.length;
  const merge = async (into: Incident, countFromEarliest: boolean): Promise<void> => {
    const outcome = await run({ type: 'merge-incidents', from, into: into.id, countFromEarliest });
    if (outcome.done) select({ kind: 'incident', incidentId: into.id });
  };
  return (
    <LinkDialog
      title={t('several.mergeTitle', { title: incident.title })}
      confirm={t('several.mergeConfirm')}
      going={{
        from,
        running: resolvedAt === undefined,
        test,
        drill,
        severity,
        detectedAt,
        channel: declaredAt === undefined ? undefined : (channel ?? ''),
      }}
      onClose={onClose}
      onConfirm={(into, counts) => void merge(into, counts)}
    >
      <p>{count === 0 ? t('several.mergeBodyNone') : t('several.mergeBody', { count })}</p>
    </LinkDialog>
  );
}
