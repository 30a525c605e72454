import { useTranslation } from 'react-i18next';
import type { Instant } from '#shared/domain/ids.ts';
import { HOUR_MS, SECOND_MS } from '#shared/domain/duration.ts';
import { FIGURES, FiguresIn } from './FiguresIn.tsx';
import { elapsedFigures, remainingText } from './format.ts';
import { Ticked } from './Ticked.tsx';
import { useTicked } from './ticker.ts';

/** Time since detection; stands still at `until`. */
export function Elapsed({ since, until }: { readonly since: Instant; readonly until?: Instant | undefined }) {
  return <Ticked className="figures" read={(now) => elapsedFigures((until ?? now) - since)} />;
}

interface CountdownProps {
  readonly dueAt: Instant;
  /** After `dueAt` only for what is due at once. */
  readonly lateAt?: Instant | undefined;
}

/** Counts down to a deadline, says "due now", then counts up how late it is. The figures never move. */
export function Countdown({ dueAt, lateAt = dueAt }: CountdownProps) {
  const { t } = useTranslation();
  const stage = useTicked((now) => stageOf(now, dueAt, lateAt));
  if (stage === 'due') return <span className="countdown-now">{t('time.now')}</span>;
  return (
    <span {...(stage === 'late' ? { className: 'late' } : {})}>
      <TimeIn quietWords text={t(`time.${stage}`, { time: FIGURES })} at={dueAt} />
    </span>
  );
}

interface TimeInProps {
  /** A sentence with `FIGURES` where they belong. */
  readonly text: string;
  readonly at: Instant;
  readonly quietWords?: boolean;
}

/** How long it is until an instant, or since, in a sentence. */
export function TimeIn({ text, at, quietWords = false }: TimeInProps) {
  const { t } = useTranslation();
  const isClock = useTicked((now) => Math.abs(at - now) < HOUR_MS);
  const figures = <Ticked read={(now) => remainingText(t, Math.abs(at - now))} />;
  return <FiguresIn text={text} figures={figures} isClock={isClock} quietWords={quietWords} />;
}

/** A deadline in one line of a list: "Assemble in 7:48". */
export function DeadlineLine({ label, dueAt, lateAt = dueAt }: CountdownProps & { readonly label: string }) {
  const { t } = useTranslation();
  const stage = useTicked((now) => stageOf(now, dueAt, lateAt));
  if (stage === 'due') return <span>{t('time.untilNow', { label })}</span>;
  const key = stage === 'late' ? 'time.untilLate' : 'time.until';
  return (
    <span {...(stage === 'late' ? { className: 'late' } : {})}>
      <TimeIn text={t(key, { label, time: FIGURES })} at={dueAt} />
    </span>
  );
}

/** In the second of the deadline already no time is left. `now` is a full second. */
function stageOf(now: Instant, dueAt: Instant, lateAt: Instant): 'left' | 'due' | 'late' {
  if (now >= lateAt) return 'late';
  return now > dueAt - SECOND_MS ? 'due' : 'left';
}
