import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentId } from '#shared/domain/ids.ts';
import { similarIncidents } from '#shared/domain/incident/similar.ts';
import type { Page } from '#shared/domain/page/page.ts';
import { useLive } from '../../db/live.ts';
import { Button } from '../../ui/Button.tsx';

const SHOWN = 2;

/** Incidents being handled that this page looks like, and why: to be joined, or not (reading 9). */
export function LooksLike({
  page,
  onJoin,
}: {
  readonly page: Page;
  readonly onJoin: (incidentId: IncidentId) => void;
}) {
  const { t } = useTranslation();
  const pages = useLive((live) => live.pages);
  const incidents = useLive((live) => live.incidents);
  const similar = useMemo(
    () => similarIncidents(page, incidents.values(), pages.values()).slice(0, SHOWN),
    [page, incidents, pages],
  );
  return similar.map(({ item, reasons }) => (
    <div key={item.id} className="page-join">
      <span className="secondary">
        {t('several.looksLike', { reasons: reasons.map((each) => t(`several.reason.${each}`)).join(', ') })}
      </span>
      <Button size="small" onClick={() => onJoin(item.id)}>
        {t('page.join', { title: item.title })}
      </Button>
    </div>
  ));
}
