import { ListChecks } from 'lucide-react';
import { lazy, memo, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { acknowledgeDeadline } from '#shared/domain/alerting/page-toasts.ts';
import type { PageId } from '#shared/domain/ids.ts';
import type { Page } from '#shared/domain/page/page.ts';
import type { PlaybookFor } from '#shared/domain/playbook/for-page.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useCommand } from '../../bridge/commands.ts';
import { select, useView } from '../../bridge/view.ts';
import { Button } from '../../ui/Button.tsx';
import { DeadlineLine } from '../../ui/Countdown.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import type { ListModel } from './entries.ts';
import { EntryRow } from './EntryRow.tsx';

/** The first screen does without it. */
const Dialog = lazy(async () => ({ default: (await import('../../ui/Dialog.tsx')).Dialog }));
/** More rows than this are drawn only when asked for: a storm must not slow the clock. */
const SHOWN = 100;

interface PageListProps {
  readonly entries: ListModel['pages'];
  readonly playbookFor: PlaybookFor | undefined;
}

export function PageList({ entries, playbookFor }: PageListProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const selection = useView((view) => view.selection);
  const [all, setAll] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<PageId>>();
  const [asking, setAsking] = useState<readonly PageId[]>();
  const shown = all ? entries : entries.slice(0, SHOWN);
  const ids = entries.map(({ page }) => page.id);
  const chosenIds = ids.filter((id) => chosen?.has(id));

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
      <ul>
        {shown.map(({ entry, page }) => (
          <li key={page.id} className="entry-choice">
            {chosen !== undefined && (
              <input
                type="checkbox"
                className="checkbox"
                aria-label={t('list.chooseOne', { title: page.title })}
                checked={chosen.has(page.id)}
                onChange={() => toggle(page.id)}
              />
            )}
            <PageRow
              page={page}
              playbook={playbookFor?.(page)}
              label={entry.deadline?.label}
              selected={selection?.kind === 'page' && selection.pageId === page.id}
            />
          </li>
        ))}
      </ul>
      {entries.length > shown.length && (
        <Button kind="quiet" size="small" onClick={() => setAll(true)}>
          {t('list.showAll', { count: entries.length })}
        </Button>
      )}
      {asking !== undefined && (
        <Suspense>
          <Dialog
            open
            title={t('list.acknowledgeTitle', { count: asking.length })}
            onClose={() => setAsking(undefined)}
            confirm={{
              label: t('list.acknowledgeChosen', { count: asking.length }),
              onConfirm: () => void acknowledge(asking),
            }}
          >
            <p className="muted">{t('list.acknowledgeBody')}</p>
          </Dialog>
        </Suspense>
      )}
    </section>
  );
}

interface PageRowProps {
  readonly page: Page;
  readonly playbook: Playbook | undefined;
  /** The name of its deadline. */
  readonly label: string | undefined;
  readonly selected: boolean;
}

/** Drawn again only when it is another page, or this one changed: a thousand may come while it stands there. */
const PageRow = memo(function PageRow({ page, playbook, label, selected }: PageRowProps) {
  const { t } = useTranslation();
  const deadline = playbook === undefined ? undefined : acknowledgeDeadline(page, playbook);
  return (
    <EntryRow
      severity={page.severity}
      title={page.title}
      since={page.startedAt}
      test={page.test}
      drill={page.drill}
      selected={selected}
      onSelect={() => select({ kind: 'page', pageId: page.id })}
    >
      {deadline === undefined || label === undefined ? (
        <span>{t('list.noDeadline')}</span>
      ) : (
        <DeadlineLine label={label} dueAt={deadline.dueAt} lateAt={deadline.lateAt} />
      )}
      <span className="entry-source">{page.service === '' ? page.source : page.service}</span>
    </EntryRow>
  );
});
