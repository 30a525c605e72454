import { CircleCheck, CircleX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Drill } from '#shared/domain/drill/drill.ts';
import { durationWords, fullTime } from '../../ui/format.ts';
import { useLanguage } from '../../ui/language.ts';
import { DebriefPanel } from './DebriefPanel.tsx';
import './debrief.css';

interface PastDrillsProps {
  /** Last begun first. */
  readonly drills: readonly Drill[];
  readonly timeZone: string | undefined;
}

/** Drills that have ended, each with its debrief. */
export function PastDrills({ drills, timeZone = 'UTC' }: PastDrillsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [open, setOpen] = useState<string>();
  return (
    <section aria-labelledby="drill-past">
      <h2 id="drill-past">{t('drill.past.title')}</h2>
      {drills.length === 0 && <p className="muted">{t('drill.past.none')}</p>}
      <ul className="rows" hidden={drills.length === 0}>
        {drills.map((drill) => {
          const { id, title, startedAt, ended } = drill;
          if (ended === undefined) return null;
          const date = fullTime(startedAt, timeZone, language);
          const Icon = ended.how === 'finished' ? CircleCheck : CircleX;
          return (
            <li key={id}>
              <button
                type="button"
                className="past-drill"
                aria-expanded={open === id}
                onClick={() => setOpen(open === id ? undefined : id)}
              >
                <Icon className="icon" aria-hidden="true" />
                <span className="past-drill-title">{title}</span>
                <span className="secondary">
                  {t(`drill.past.${ended.how}`)} ·{' '}
                  {t('drill.past.took', { time: durationWords(t, ended.at - startedAt) })}
                </span>
                <span className="secondary">{date}</span>
              </button>
              {open === id && <DebriefPanel drill={drill} timeZone={timeZone} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
