import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { byDrill } from '#shared/domain/command/drill-apart.ts';
import type { PageId } from '#shared/domain/ids.ts';
import type { PlaybookFor } from '#shared/domain/playbook/for-page.ts';
import { useCommand } from '../../bridge/commands.ts';
import { select } from '../../bridge/view.ts';
import { Button } from '../../ui/Button.tsx';
import { deferred } from '../../ui/deferred.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import type { ListModel } from './entries.ts';
import { PageLines } from './PageLines.tsx';

/** The first screen does without it. */
const { Part: Dialog } = deferred(async () => (await import('../../ui/Dialog.tsx')).Dialog);

interface PageListProps {
  readonly entries: ListModel['pages'];
  readonly playbookFor: PlaybookFor | undefined;
}

export function PageList({ entries, playbookFor }: PageListProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const [chosen, setChosen] = useState<ReadonlySet<PageId>>();
  const [asking, setAsking] = useState<readonly PageId[]>();
  const ids = entries.map(({ page }) => page.id);
  const chosenIds = ids.filter((id) => chosen?.has(id));
  // What is of a drill makes an incident of its own.
  const asked = entries.map(({ page }) => page).filter(({ id }) => asking?.includes(id));

  const toggle = (id: PageId): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const acknowledge = async (pageIds: readonly PageId[]): Promise<void> => {
    const outcome = await run({ type: 'acknowledge', pageIds: [...pageIds] });
    if (!outcome.done) return;
    setChosen(undefined);
    if (outcome.incidentId !== undefined) select({ kind: 'incident', incidentId: outcome.incidentId });
  };

  return (
    <section aria-label={t('list.pages')}>
      <div className="list-heading-row">
        <h2 className="list-heading">
          {t('list.pages')} <span className="figures">{entries.length}</span>
        </h2>
        {entries.length > 1 && (
          <IconButton
            icon={ListChecks}
            label={chosen === undefined ? t('list.choose') : t('list.chooseDone')}
            aria-pressed={chosen !== undefined}
            onClick={() => setChosen(chosen === undefined ? new Set() : undefined)}
          />
        )}
      </div>
      {chosen !== undefined && (
        <div className="list-choosing">
          <Button size="small" disabled={chosenIds.length === 0} onClick={() => setAsking(chosenIds)}>
            {t('list.acknowledgeChosen', { count: chosenIds.length })}
          </Button>
          <Button size="small" onClick={() => setAsking(ids)}>
            {t('list.acknowledgeAll', { count: ids.length })}
          </Button>
        </div>
      )}
      {entries.length === 0 && <p className="list-none">{t('list.noPages')}</p>}
      <PageLines entries={entries} playbookFor={playbookFor} chosen={chosen} onToggle={toggle} />
      {asking !== undefined && (
        <Dialog
          open
          title={t('list.acknowledgeTitle', { count: asking.length })}
          onClose={() => setAsking(undefined)}
          confirm={{
            label: t('list.acknowledgeChosen', { count: asking.length }),
            onConfirm: () => void acknowledge(asking),
          }}
        >
          <p className="muted">{t('list.acknowledgeBody', { count: byDrill(asked).length })}</p>
        </Dialog>
      )}
    </section>
  );
}
