import { useTranslation } from 'react-i18next';
import type { Instant } from '#shared/domain/ids.ts';
import { SECOND_MS } from '#shared/domain/duration.ts';
import { FIGURES, FiguresIn } from './FiguresIn.tsx';
import { elapsedFigures, remainingText } from './format.ts';
import { useNow, useTicked } from './ticker.ts';

/** Time since detection; stands still at `until`. */
export function Elapsed({ since, until }: { readonly since: Instant; readonly until?: Instant | undefined }) {
  const figures = useTicked((now) => elapsedFigures((until ?? now) - since));
  return <span className="figures">{figures}</span>;
}

interface CountdownProps {
  readonly dueAt: Instant;
  /** After `dueAt` only for what is due at once. */
  readonly lateAt?: Instant | undefined;
}

/** Counts down to a deadline, says "due now", then counts up how late it is. The figures never move. */
export function Countdown({ dueAt, lateAt = dueAt }: CountdownProps) {
  const now = useNow();
  const { t } = useTranslation();
  if (now >= lateAt) {
    return (
      <span className="late">
        <FiguresIn
          quietWords
          text={t('time.late', { time: FIGURES })}
          figures={remainingText(t, now - dueAt)}
        />
      </span>
    );
  }
  if (isDue(now, dueAt)) return <span className="countdown-now">{t('time.now')}</span>;
  return (
    <span>
      <FiguresIn
        quietWords
        text={t('time.left', { time: FIGURES })}
        figures={remainingText(t, dueAt - now)}
      />
    </span>
  );
}

/** A deadline in one line of a list: "Assemble in 7:48". */
export function DeadlineLine({ label, dueAt, lateAt = dueAt }: CountdownProps & { readonly label: string }) {
  const { t } = useTranslation();
  const isLate = useTicked((now) => now >= lateAt);
  const time = useTicked((now) => {
    if (now >= lateAt) return remainingText(t, now - dueAt);
    return isDue(now, dueAt) ? '' : remainingText(t, dueAt - now);
  });
  if (isLate) return <span className="late">{t('time.untilLate', { label, time })}</span>;
  return <span>{time === '' ? t('time.untilNow', { label }) : t('time.until', { label, time })}</span>;
}

/** In the second of the deadline already: no time is left then. `now` is a full second. */
function isDue(now: Instant, dueAt: Instant): boolean {
  return now > dueAt - SECOND_MS;
}
