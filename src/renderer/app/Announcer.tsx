import type { TFunction } from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '#shared/domain/ids.ts';
import { milestonesOf } from '#shared/domain/incident/milestones.ts';
import { updateDueAt } from '#shared/domain/incident/update-clock.ts';
import type { Page } from '#shared/domain/page/page.ts';
import { severityRank } from '#shared/domain/severity.ts';
import type { Language } from '#shared/settings.ts';
import { type Live, playbookOf, useLive } from '../db/live.ts';
import { useLateEdge } from '../db/open-entries.ts';
import { markedTitle } from '../ui/marked-title.ts';
import { useLanguage } from '../ui/language.ts';
import { clockNow } from '../ui/ticker.ts';

/** The one live region: new pages, and deadlines that have just passed. What was there at the start is not news. */
export function Announcer() {
  const { t } = useTranslation();
  const language = useLanguage();
  const live = useLive();
  const edge = useLateEdge();
  const known = useRef<ReadonlySet<string>>(undefined);
  const [said, setSaid] = useState('');
  useEffect(() => {
    // Late is judged by full seconds, as everywhere in the window.
    const current = currentNews(t, live, Math.max(edge ?? 0, clockNow()), language);
    const before = known.current;
    known.current = new Set(current.map(({ key }) => key));
    if (before === undefined) return;
    const words = wordsFor(
      t,
      current.filter(({ key }) => !before.has(key)),
      live,
    );
    if (words !== '') setSaid(words);
  }, [live, edge, language, t]);
  return (
    <div className="visually-hidden" role="status" aria-live="assertive" aria-atomic="true">
      {said}
    </div>
  );
}

type News = { readonly key: string } & (
  | { readonly kind: 'page'; readonly pageId: string }
  | { readonly kind: 'late'; readonly milestone: string; readonly title: string }
  | { readonly kind: 'update'; readonly title: string }
);

function currentNews(t: TFunction, live: Live, now: Instant, language: Language): News[] {
  const pages = [...live.pages.values()]
    .filter(({ status }) => status === 'firing')
    .map(({ id, alarmFrom }): News => ({ kind: 'page', key: `${id} ${alarmFrom}`, pageId: id }));
  const deadlines = [...live.incidents.values()].flatMap((incident): News[] => {
    const playbook = playbookOf(incident, live.playbooks, language);
    if (playbook === undefined || incident.closedAt !== undefined) return [];
    const { id } = incident;
    const title = markedTitle(t, incident);
    const updateAt = updateDueAt(incident, playbook);
    const late = milestonesOf(incident, playbook, now).filter(({ state }) => state === 'late');
    return [
      ...late.map((view): News => ({ kind: 'late', key: `${id} ${view.id}`, milestone: view.title, title })),
      ...(updateAt === undefined || now < updateAt
        ? []
        : [{ kind: 'update' as const, key: `${id} update ${updateAt}`, title }]),
    ];
  });
  return [...pages, ...deadlines];
}

/** Many pages at once are said as one sentence. */
function wordsFor(t: TFunction, news: readonly News[], live: Live): string {
  const pages = news.flatMap((each) => (each.kind === 'page' ? (live.pages.get(each.pageId) ?? []) : []));
  const others = news.flatMap((each) => {
    if (each.kind === 'late') return t('announce.late', { milestone: each.milestone, title: each.title });
    return each.kind === 'update' ? t('announce.updateDue', { title: each.title }) : [];
  });
  // What is real is said first, and not counted with what is of a drill.
  const real = wordsForPages(
    t,
    pages.filter(({ drill }) => drill === undefined),
  );
  const ofDrill = wordsForPages(
    t,
    pages.filter(({ drill }) => drill !== undefined),
  );
  return [...real, ...ofDrill, ...others].join('. ');
}

function wordsForPages(t: TFunction, pages: readonly Page[]): string[] {
  const [worst] = pages.toSorted((one, other) => severityRank(one.severity) - severityRank(other.severity));
  if (worst === undefined) return [];
  const { severity, title, drill } = worst;
  if (pages.length === 1) return [t('announce.page', { severity, title: markedTitle(t, { title, drill }) })];
  const said = t('announce.pages', { count: pages.length, severity });
  return [markedTitle(t, { title: said, drill })];
}
