import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isKnown, type TplusEvent } from '#shared/domain/event/event.ts';
import { effectiveEvents } from '#shared/domain/event/fold.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { zoneName } from '#shared/domain/message/fill.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useTimeline } from '../../../db/timeline.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { TriangleAlert } from 'lucide-react';
import { clockNow } from '../../../ui/ticker.ts';
import { NoteInput } from './NoteInput.tsx';
import { readableEvents } from './readable.ts';
import { TimelineEntry } from './TimelineEntry.tsx';
import './timeline.css';

interface TimelineProps {
  readonly incident: Incident;
  readonly playbook: Playbook | undefined;
}

const SHOWN = 60;

/** Writes itself from the log, newest first; a person adds what only a person knows. */
export function Timeline({ incident, playbook }: TimelineProps) {
  const { t } = useTranslation();
  const timeline = useTimeline(incident);
  const [all, setAll] = useState(false);
  const timeZone = playbook?.timeZone ?? 'UTC';
  const events = timeline.state === 'read' ? timeline.events : undefined;
  const read = useMemo(() => {
    const newestFirst = (events ?? []).toSorted(
      (one, other) => other.occurredAt - one.occurredAt || (one.id < other.id ? 1 : -1),
    );
    return {
      readable: readableEvents(newestFirst),
      byId: new Map(newestFirst.map((event) => [event.id as string, event])),
      effective: new Set<string>(effectiveEvents(newestFirst).map(({ id }) => id)),
      pageTitles: pageTitlesIn(newestFirst),
    };
  }, [events]);
  const shown = all ? read.readable : read.readable.slice(0, SHOWN);
  return (
    <section className="column timeline" aria-label={t('timeline.label')}>
      <div className="column-head">
        <h2>{t('timeline.label')}</h2>
        <span className="secondary">{zoneName(clockNow(), timeZone)}</span>
      </div>
      <div className="column-scroll timeline-scroll">
        {timeline.state === 'loading' && <p className="timeline-said muted">{t('timeline.loading')}</p>}
        {timeline.state === 'failed' && (
          <EmptyState icon={TriangleAlert} title={t('timeline.failed')} text={t('timeline.failedHint')} />
        )}
        {timeline.state === 'read' && shown.length === 0 && (
          <p className="timeline-said muted">{t('timeline.empty')}</p>
        )}
        <ol>
          {shown.map((event) => (
            <TimelineEntry
              key={event.id}
              event={event}
              target={targetOf(event.payload, read.byId)}
              pageTitle={event.pageId === undefined ? undefined : read.pageTitles.get(event.pageId)}
              undone={!read.effective.has(event.id)}
              events={events ?? []}
              playbook={playbook}
              timeZone={timeZone}
              channel={incident.channel}
            />
          ))}
        </ol>
        {read.readable.length > shown.length && (
          <Button kind="quiet" size="small" onClick={() => setAll(true)}>
            {t('timeline.showAll', { count: read.readable.length })}
          </Button>
        )}
      </div>
      <NoteInput key={incident.id} incidentId={incident.id} timeZone={timeZone} />
    </section>
  );
}

function pageTitlesIn(events: readonly TplusEvent[]): ReadonlyMap<string, string> {
  return new Map(
    events.flatMap((event) =>
      isKnown(event) && event.type === 'page.received' && event.pageId !== undefined
        ? [[event.pageId, event.payload.title]]
        : [],
    ),
  );
}

/** What an undoing, a removal or a change of an action item is about. */
function targetOf<Event>(payload: unknown, byId: ReadonlyMap<string, Event>): Event | undefined {
  if (typeof payload !== 'object' || payload === null) return undefined;
  const target = 'target' in payload ? payload.target : 'action' in payload ? payload.action : undefined;
  return typeof target === 'string' ? byId.get(target) : undefined;
}
