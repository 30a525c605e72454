import type { TFunction } from 'i18next';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '#shared/domain/page/page.ts';
import { prepare, prepareQuery, rank } from '#shared/domain/search/rank.ts';
import { snippetOf } from '#shared/domain/search/snippet.ts';
import { type Selection, select, useView } from '../../bridge/view.ts';
import { useCurrentPlaybook } from '../../db/current-playbook.ts';
import { useLive } from '../../db/live.ts';
import type { Found } from '../../db/search.ts';
import { useFound } from '../../db/use-found.ts';
import { timeOfDay } from '../../ui/format.ts';
import { useLanguage } from '../../ui/language.ts';
import { clockNow } from '../../ui/ticker.ts';
import { EntryRow } from './EntryRow.tsx';
import { RESULTS } from './ListSearch.tsx';

interface SearchResultsProps {
  readonly query: string;
  /** The first result of this query is to be opened: of its own answer, never of the one before. */
  readonly isEntered: boolean;
  readonly onOpened: () => void;
  /** Back to the field. */
  readonly onLeave: () => void;
}

/** Pages that nobody has taken are in no incident: so many of them are looked up by their titles. */
const PAGES = 5;

/** What was found, in the place of the list: pages nobody has taken, then incidents with what was said in them. */
export function SearchResults({ query, isEntered, onOpened, onLeave }: SearchResultsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const zone = useCurrentPlaybook()?.timeZone ?? 'UTC';
  const selection = useView((view) => view.selection);
  const livePages = useLive((live) => live.pages);
  const pages = useMemo(() => pagesCalled(query, livePages.values()), [query, livePages]);
  const { found, searching, reading } = useFound(query);
  const time = (at: number): string => timeOfDay(at, zone, language, clockNow());
  const count = pages.length + found.length;
  const first = firstOf(pages, found);
  useEffect(() => {
    if (!isEntered || searching) return;
    onOpened();
    if (first !== undefined) select(first);
  }, [isEntered, searching, first, onOpened]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') onLeave();
    else if (step === undefined) return;
    else move(step, onLeave);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section
      id={RESULTS}
      className="open-list-scroll"
      aria-label={t('listSearch.results')}
      onKeyDown={onKeyDown}
    >
      <p className="list-heading" role="status">
        {count === 0 && !searching ? t('listSearch.none') : t('listSearch.found', { count })}
      </p>
      {count === 0 && !searching && <p className="list-none">{t('listSearch.noneHint')}</p>}
      <ul>
        {pages.map((page) => (
          <Result key={page.id} about={page} to={{ kind: 'page', pageId: page.id }} selection={selection}>
            {t('listSearch.page')}
          </Result>
        ))}
        {found.map((each) => (
          <Result
            key={each.entry?.eventId ?? each.record.id}
            about={each.record}
            to={{ kind: 'incident', incidentId: each.record.id }}
            selection={selection}
          >
            <Said t={t} found={each} query={query} time={time} />
          </Result>
        ))}
      </ul>
      {reading && <p className="list-none">{t('listSearch.reading')}</p>}
    </section>
  );
}

interface ResultProps {
  readonly about: Pick<Page, 'severity' | 'title' | 'test' | 'drill'>;
  readonly to: Selection;
  readonly selection: Selection | undefined;
  readonly children: ReactNode;
}

function Result({ about: { severity, title, test, drill }, to, selection, children }: ResultProps) {
  const selected =
    to.kind === 'page'
      ? selection?.kind === 'page' && selection.pageId === to.pageId
      : selection?.kind === 'incident' && selection.incidentId === to.incidentId;
  return (
    <li>
      <EntryRow
        severity={severity}
        title={title}
        test={test}
        drill={drill}
        selected={selected}
        onSelect={() => select(to)}
      >
        {children}
      </EntryRow>
    </li>
  );
}

interface SaidProps {
  readonly t: TFunction;
  readonly found: Found;
  readonly query: string;
  readonly time: (at: number) => string;
}

/** Where it was found: the incident's state, or the words around the place. */
function Said({ t, found: { where, record, entry, at }, query, time }: SaidProps) {
  if (where === 'incident' || entry === undefined) {
    const { closedAt } = record;
    return (
      <span>
        {closedAt === undefined ? t('listSearch.open') : t('listSearch.closed', { time: time(closedAt) })}
      </span>
    );
  }
  const { before, match, after } = snippetOf(entry.text, query);
  return (
    <span className="result-said">
      {t(where === 'note' ? 'listSearch.note' : 'listSearch.message')} {time(at)} · {before}
      <mark>{match}</mark>
      {after}
    </span>
  );
}

function firstOf(pages: readonly Page[], found: readonly Found[]): Selection | undefined {
  const [page] = pages;
  if (page !== undefined) return { kind: 'page', pageId: page.id };
  const [incident] = found;
  return incident === undefined ? undefined : { kind: 'incident', incidentId: incident.record.id };
}

function pagesCalled(query: string, pages: Iterable<Page>): Page[] {
  const wanted = prepareQuery(query);
  return [...pages]
    .filter(({ status }) => status === 'firing')
    .map((page) => ({ page, score: rank(wanted, prepare({ label: page.title, keywords: page.service })) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .slice(0, PAGES)
    .map(({ page }) => page);
}

/** One result on or back; before the first one is the field. */
function move(step: number, onLeave: () => void): void {
  const entries = [...document.querySelectorAll<HTMLElement>(`#${RESULTS} .entry`)];
  const next = entries.findIndex((each) => each === document.activeElement) + step;
  if (next < 0) onLeave();
  else entries[Math.min(next, entries.length - 1)]?.focus();
}
