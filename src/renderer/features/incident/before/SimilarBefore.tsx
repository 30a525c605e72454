import { History } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { whatFixed } from '#shared/domain/incident/what-fixed.ts';
import { shorten } from '#shared/domain/page/hostile-text.ts';
import type { SearchEntry } from '#shared/domain/search/search-record.ts';
import { select } from '../../../bridge/view.ts';
import { useIncident } from '../../../db/incident.ts';
import { playbookOf, useLive } from '../../../db/live.ts';
import { type SimilarIncident, useSimilarBefore } from '../../../db/past.ts';
import { durationWords, fullTime } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/language.ts';
import { Popover } from '../../../ui/Popover.tsx';
import { SeverityBadge } from '../../../ui/SeverityBadge.tsx';
import './before.css';

/** A note tells what was done where no resolution was copied. */
const NOTE_LENGTH = 240;

interface SimilarBeforeProps {
  readonly incident: Incident;
  readonly timeZone: string;
}

/** Incidents of before that looked like this one, and what fixed them: quiet, one press away, only while it is live. */
export function SimilarBefore({ incident, timeZone }: SimilarBeforeProps) {
  const { t } = useTranslation();
  const similar = useSimilarBefore(incident);
  if (similar.length === 0) return null;
  return (
    <Popover
      label={t('before.label')}
      trigger={
        <>
          <History className="icon-small" aria-hidden="true" />
          {t('before.count', { count: similar.length })}
        </>
      }
    >
      <ul className="before">
        {similar.map((each) => (
          <Before key={each.past.id} similar={each} timeZone={timeZone} />
        ))}
      </ul>
    </Popover>
  );
}

function Before({ similar, timeZone }: { readonly similar: SimilarIncident; readonly timeZone: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { past, service, alert, words } = similar;
  const reasons = [
    alert && t('before.alert'),
    service && t('before.service', { service: past.service }),
    words.length > 0 && t('before.words', { words: words.join(', ') }),
  ].filter((reason) => reason !== false);
  return (
    <li>
      <p className="before-head">
        <SeverityBadge severity={past.severity} />
        <button
          type="button"
          className="before-title"
          onClick={() => select({ kind: 'incident', incidentId: past.id })}
        >
          {past.title}
        </button>
      </p>
      <p className="secondary">
        {fullTime(past.detectedAt, timeZone, language)}
        {past.resolvedAt !== undefined &&
          ` · ${t('before.took', { time: durationWords(t, past.resolvedAt - past.detectedAt) })}`}
      </p>
      <p className="secondary">{reasons.join(' · ')}</p>
      <Fixed id={past.id} />
    </li>
  );
}

/** What ended it, in its own words; read when it is looked at. */
function Fixed({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { incident, loading } = useIncident(id);
  const playbook = useLive(({ playbooks }) =>
    incident === undefined ? undefined : playbookOf(incident, playbooks, language),
  );
  const note = useLastNote(id);
  if (loading) return null;
  const { said, rolledBack } =
    incident === undefined || playbook === undefined
      ? { said: [], rolledBack: false }
      : whatFixed(incident, playbook);
  if (said.length === 0 && !rolledBack && note === undefined) {
    return <p className="muted">{t('before.unknown')}</p>;
  }
  return (
    <dl className="before-fixed">
      {said.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      {rolledBack && (
        <div>
          <dt>{t('before.fixed')}</dt>
          <dd>{t('before.rolledBack')}</dd>
        </div>
      )}
      {said.length === 0 && note !== undefined && (
        <div>
          <dt>{t('before.note')}</dt>
          <dd>{shorten(note.text, NOTE_LENGTH)}</dd>
        </div>
      )}
    </dl>
  );
}

function useLastNote(id: string): SearchEntry | undefined {
  const store = useLive((live) => live.store);
  const [note, setNote] = useState<SearchEntry>();
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const [record] = (await store?.searchRecords([id])) ?? [];
      const last = record?.entries.findLast(({ kind }) => kind === 'note');
      if (current) setNote(last);
    };
    // Without it there is only less to read.
    void read().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [store, id]);
  return note;
}
