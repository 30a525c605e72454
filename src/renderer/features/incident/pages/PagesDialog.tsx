import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentId, PageId } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { pagesOf, similarPages } from '#shared/domain/incident/similar.ts';
import type { Page } from '#shared/domain/page/page.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { select } from '../../../bridge/view.ts';
import { useLive } from '../../../db/live.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { PageRow } from './PageRow.tsx';
import './pages.css';

interface PagesDialogProps {
  readonly incident: Incident;
  readonly onClose: () => void;
}

/** What belongs to an incident: its pages, each of which can go elsewhere, what looks like them, what was merged into it. */
export function PagesDialog({ incident, onClose }: PagesDialogProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const pages = useLive((live) => live.pages);
  const [movingId, setMovingId] = useState<PageId>();
  const own = pagesOf(incident, pages.values());
  const over = incident.pageIds.filter((id) => !pages.has(id)).length;
  // What still runs may not join what is resolved.
  const similar = incident.resolvedAt === undefined ? similarPages(incident, pages.values()) : [];
  const moving = own.find(({ id }) => id === movingId);
  const openPage = ({ id: pageId }: Page): void => {
    onClose();
    select({ kind: 'page', pageId });
  };
  const openIncident = (id: string): void => {
    onClose();
    select({ kind: 'incident', incidentId: id as IncidentId });
  };
  if (moving !== undefined)
    return <MoveDialog page={moving} from={incident} onClose={() => setMovingId(undefined)} />;
  return (
    <Dialog open title={t('several.pagesTitle')} onClose={onClose}>
      {own.length === 0 && over === 0 && <p className="muted">{t('several.pagesNone')}</p>}
      <ul className="incident-pages">
        {own.map((page) => (
          <PageRow key={page.id} page={page} onOpen={() => openPage(page)}>
            <Button
              size="small"
              aria-label={t('several.move', { title: page.title })}
              onClick={() => setMovingId(page.id)}
            >
              {t('several.moveShort')}
            </Button>
          </PageRow>
        ))}
      </ul>
      {over > 0 && <p className="secondary">{t('several.pagesOver', { count: over })}</p>}
      {similar.length > 0 && (
        <section className="incident-pages-part" aria-label={t('several.similarLabel')}>
          <h3>{t('several.similarLabel')}</h3>
          <ul className="incident-pages">
            {similar.map(({ item, reasons }) => (
              <PageRow key={item.id} page={item} reasons={reasons} onOpen={() => openPage(item)}>
                <Button
                  size="small"
                  aria-label={t('several.joinOne', { title: item.title })}
                  onClick={() =>
                    void run({ type: 'link-pages', pageIds: [item.id], incidentId: incident.id })
                  }
                >
                  {t('several.joinShort')}
                </Button>
              </PageRow>
            ))}
          </ul>
        </section>
      )}
      {incident.absorbed !== undefined && incident.absorbed.length > 0 && (
        <section className="incident-pages-part" aria-label={t('several.absorbed')}>
          <h3>{t('several.absorbed')}</h3>
          <ul className="incident-pages">
            {incident.absorbed.map(({ id, title }) => (
              <li key={id} className="page-row">
                <button type="button" className="page-row-title" onClick={() => openIncident(id)}>
                  {title}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}
