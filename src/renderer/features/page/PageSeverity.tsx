import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '#shared/domain/page/page.ts';
import type { Severity } from '#shared/domain/severity.ts';
import { useCommand } from '../../bridge/commands.ts';
import { select } from '../../bridge/view.ts';
import { deferred } from '../../ui/deferred.tsx';
import { useKey } from '../../ui/keys.ts';
import { SeverityBadge } from '../../ui/SeverityBadge.tsx';
import type { PickedPlaybook } from './use-picked-playbook.ts';

/** Not on the first screen; but there before a key can be pressed for it. */
const severityDialog = deferred(async () => (await import('../../ui/SeverityDialog.tsx')).SeverityDialog);
const SeverityDialog = severityDialog.Part;

interface PageSeverityProps {
  readonly page: Page;
  readonly shownBy: PickedPlaybook;
}

/** A page's severity is its sender's. Weighing it is the first thing its taker does: choosing takes it (2.1). */
export function PageSeverity({ page, shownBy: { playbook, picked } }: PageSeverityProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const [open, setOpen] = useState(false);
  const takenBy = picked === undefined ? {} : { playbook: picked };
  const waits = page.status === 'firing' && playbook !== undefined;
  useKey('s', () => setOpen(true), waits);
  useEffect(() => {
    // What cannot be read is told when it is wanted.
    if (waits) severityDialog.preload().catch(() => undefined);
  }, [waits]);
  if (!waits) return <SeverityBadge severity={page.severity} />;

  const take = async (severity: Severity): Promise<void> => {
    const outcome = await run({ type: 'acknowledge', pageIds: [page.id], ...takenBy });
    if (!outcome.done || outcome.incidentId === undefined) return;
    const { incidentId } = outcome;
    await run({ type: 'change-severity', incidentId, severity });
    select({ kind: 'incident', incidentId });
  };
  return (
    <>
      <button
        type="button"
        className="severity-open"
        aria-label={t('severities.open', { severity: page.severity })}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <SeverityBadge severity={page.severity} />
      </button>
      {open && (
        <SeverityDialog
          severities={playbook.severities}
          current={page.severity}
          hint={t('severities.pageHint')}
          onChoose={(severity) => void take(severity)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
