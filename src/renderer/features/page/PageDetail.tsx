import { CircleSlash } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Page } from '#shared/domain/page/page.ts';
import { select } from '../../bridge/view.ts';
import { useLive } from '../../db/live.ts';
import { Button } from '../../ui/Button.tsx';
import { Elapsed } from '../../ui/Countdown.tsx';
import { DrillTag } from '../../ui/DrillTag.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageActions } from './PageActions.tsx';
import { PageDeadline } from './PageDeadline.tsx';
import { PageEscalation } from './PageEscalation.tsx';
import { PageFacts } from './PageFacts.tsx';
import { PageLinks } from './PageLinks.tsx';
import { PageOriginal } from './PageOriginal.tsx';
import { PageWarnings } from './PageWarnings.tsx';
import { PageSeverity } from './PageSeverity.tsx';
import { type PickedPlaybook, usePickedPlaybook } from './use-picked-playbook.ts';
import './page.css';

/** One page: what is broken, how bad, since when, until when, and the two answers to it. */
export function PageDetail({ pageId }: { readonly pageId: string }) {
  const { t } = useTranslation();
  const page = useLive((live) => live.pages.get(pageId));
  if (page === undefined)
    return <EmptyState isPlace icon={CircleSlash} title={t('page.gone')} text={t('page.goneHint')} />;
  return <ShownPage key={page.id} page={page} />;
}

function ShownPage({ page }: { readonly page: Page }) {
  const { t } = useTranslation();
  const shownBy = usePickedPlaybook(page);
  return (
    <article className="page-detail" aria-label={t('page.label')}>
      <header className="page-head">
        <div className="page-what">
          <div className="page-title">
            <PageSeverity page={page} shownBy={shownBy} />
            <DrillTag drill={page.drill} />
            {page.test && <span className="tag">{t('list.test')}</span>}
            <h1>{page.title}</h1>
          </div>
          <div className="clock-row">
            <p className="clock">
              <span className="visually-hidden">{t('incident.elapsed')}</span>
              <Elapsed since={page.startedAt} until={page.resolvedAt} />
            </p>
            {page.status === 'firing' && <PageDeadline page={page} playbook={shownBy.playbook} />}
          </div>
        </div>
        <Answers page={page} shownBy={shownBy} />
      </header>
      <div className="page-body">
        {page.test && <p className="muted">{t('page.test')}</p>}
        {page.drill !== undefined && <p className="muted">{t('drill.page')}</p>}
        {page.summary !== '' && (
          <section>
            <h2>{t('page.summary')}</h2>
            <p className="page-summary">{page.summary}</p>
          </section>
        )}
        {page.status === 'firing' && <PageEscalation page={page} playbook={shownBy.playbook} />}
        <PageFacts page={page} />
        <PageLinks links={page.links} />
        <PageWarnings warnings={page.warnings} />
        {Object.keys(page.labels).length > 0 && (
          <section>
            <h2>{t('page.labels')}</h2>
            <dl className="facts">
              {Object.entries(page.labels).map(([name, value]) => (
                <div key={name} className="fact">
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </section>
        )}
        <PageOriginal pageId={page.id} />
      </div>
    </article>
  );
}

function Answers({ page, shownBy }: { readonly page: Page; readonly shownBy: PickedPlaybook }) {
  const { t } = useTranslation();
  const { incidentId } = page;
  const incident = useLive((live) => (incidentId === undefined ? undefined : live.incidents.get(incidentId)));
  if (page.status === 'firing') return <PageActions page={page} shownBy={shownBy} />;
  if (incident === undefined) return null;
  return (
    <Button kind="primary" onClick={() => select({ kind: 'incident', incidentId: incident.id })}>
      {t('page.toIncident')}
    </Button>
  );
}
