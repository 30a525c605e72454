import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { acknowledgeDeadline } from '#shared/domain/alerting/page-toasts.ts';
import type { PageId } from '#shared/domain/ids.ts';
import type { Page } from '#shared/domain/page/page.ts';
import type { PlaybookFor } from '#shared/domain/playbook/for-page.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { select, useView } from '../../bridge/view.ts';
import { DeadlineLine } from '../../ui/Countdown.tsx';
import type { ListModel } from './entries.ts';
import { EntryRow } from './EntryRow.tsx';

/** What every line of the list of pages is drawn with. */
export interface LineOptions {
  readonly playbookFor: PlaybookFor | undefined;
  /** Those chosen to be acknowledged together; undefined while nobody chooses. */
  readonly chosen: ReadonlySet<PageId> | undefined;
  readonly onToggle: (id: PageId) => void;
}

interface PageLineProps extends LineOptions {
  readonly of: ListModel['pages'][number];
}

/** What stands in one item of the list: a page, and while somebody chooses, the box to choose it by. */
export function PageLine({ of: { entry, page }, playbookFor, chosen, onToggle }: PageLineProps) {
  const { t } = useTranslation();
  const selected = useView(({ selection }) => selection?.kind === 'page' && selection.pageId === page.id);
  return (
    <>
      {chosen !== undefined && (
        <input
          type="checkbox"
          className="checkbox"
          aria-label={t('list.chooseOne', { title: page.title })}
          checked={chosen.has(page.id)}
          onChange={() => onToggle(page.id)}
        />
      )}
      <PageRow page={page} playbook={playbookFor?.(page)} label={entry.deadline?.label} selected={selected} />
    </>
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
