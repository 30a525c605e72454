import type { TFunction } from 'i18next';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrayEntry } from '#shared/domain/alerting/tray-view.ts';
import type { Instant } from '#shared/domain/ids.ts';
import type { Severity } from '#shared/domain/severity.ts';
import { DeadlineLine } from '../../ui/Countdown.tsx';
import { DrillTag } from '../../ui/DrillTag.tsx';
import { clockFigures, durationWords } from '../../ui/format.ts';
import { SeverityBadge } from '../../ui/SeverityBadge.tsx';
import { Ticked } from '../../ui/Ticked.tsx';
import { useTicked } from '../../ui/ticker.ts';
import { DAY_MS, HOUR_MS } from '#shared/domain/duration.ts';

interface EntryRowProps {
  readonly severity: Severity;
  readonly title: string;
  readonly since?: Instant;
  readonly selected: boolean;
  readonly test: boolean;
  readonly drill: string | undefined;
  readonly children: ReactNode;
  readonly onSelect: () => void;
}

/** One line of the list: how bad, what, for how long, and what is due next. */
export function EntryRow({
  severity,
  title,
  since,
  selected,
  test,
  drill,
  children,
  onSelect,
}: EntryRowProps) {
  const { t } = useTranslation();
  const row = useRef<HTMLButtonElement>(null);
  // Selected from elsewhere (a key, a notification), it may be out of sight.
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <button
      ref={row}
      type="button"
      className="entry"
      aria-current={selected ? 'true' : undefined}
      onClick={onSelect}
    >
      <SeverityBadge severity={severity} />
      <span className="entry-title">{title}</span>
      {since !== undefined && <Age since={since} />}
      <span className="entry-line">
        <DrillTag drill={drill} />
        {test && <span className="tag">{t('list.test')}</span>}
        {children}
      </span>
    </button>
  );
}

export function EntryDeadline({ entry }: { readonly entry: TrayEntry }) {
  const { t } = useTranslation();
  if (entry.deadline === undefined) return <span>{t('list.noDeadline')}</span>;
  const { label, at, isUpdate } = entry.deadline;
  return <DeadlineLine label={isUpdate ? t('incident.nextUpdate') : label} dueAt={at} />;
}

function Age({ since }: { readonly since: Instant }) {
  const { t } = useTranslation();
  const isClock = useTicked((now) => now - since < HOUR_MS);
  return (
    <Ticked
      className={isClock ? 'entry-age figures' : 'entry-age'}
      read={(now) => ageText(t, Math.max(0, now - since))}
    />
  );
}

function ageText(t: TFunction, age: number): string {
  if (age < HOUR_MS) return clockFigures(age);
  return durationWords(t, age - (age % (age < DAY_MS ? HOUR_MS : DAY_MS)));
}
