import { Check, CircleX, Clock, Minus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MilestoneResult } from '#shared/domain/drill/debrief.ts';
import type { DebriefWords } from './debrief-words.ts';

const ICONS = { met: Check, late: Clock, missed: CircleX, open: Minus } as const;

interface MilestoneTableProps {
  readonly milestones: readonly MilestoneResult[];
  readonly words: DebriefWords;
}

/** Each milestone against its target: by a shape and a word, lateness by its colour beside them. */
export function MilestoneTable({ milestones, words }: MilestoneTableProps) {
  const { t } = useTranslation();
  return (
    <table className="table">
      <caption className="visually-hidden">{t('drill.debrief.milestones')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('drill.debrief.milestone')}</th>
          <th scope="col">{t('drill.debrief.target')}</th>
          <th scope="col">{t('drill.debrief.took')}</th>
          <th scope="col">{t('drill.debrief.result')}</th>
        </tr>
      </thead>
      <tbody>
        {milestones.map((result) => {
          const Icon = ICONS[result.verdict];
          const isLate = result.verdict === 'late' || result.verdict === 'missed';
          return (
            <tr key={result.id}>
              <th scope="row">{result.title}</th>
              <td>{words.target(result)}</td>
              <td>{words.took(result)}</td>
              <td>
                <span className={isLate ? 'verdict late' : 'verdict'}>
                  <Icon className="icon-small" aria-hidden="true" />
                  {words.verdict(result)}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
