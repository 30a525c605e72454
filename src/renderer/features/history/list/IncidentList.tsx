import { useVirtualizer } from '@tanstack/react-virtual';
import { SearchX } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { IncidentFigures } from '#shared/domain/metrics/incident-figures.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { openAll } from '../history-state.ts';
import { Behind } from './Behind.tsx';
import { Filters } from './Filters.tsx';
import { PastIncident } from './PastIncident.tsx';
import { useListed } from './use-listed.ts';

const ROW = 44;
/** As many are drawn whole. */
const FEW = 100;

interface IncidentListProps {
  readonly figures: readonly IncidentFigures[];
  readonly playbook: Playbook;
}

/** Every incident the log knows, or those behind a figure; only the lines in sight are drawn. */
export function IncidentList({ figures, playbook }: IncidentListProps) {
  const { t } = useTranslation();
  const listed = useListed(figures, playbook);
  return (
    <section className="history-list" aria-label={t('history.list.label')}>
      <Behind />
      <Filters figures={figures} timeZone={playbook.timeZone} />
      <p className="secondary history-counted" role="status">
        {t('history.incidents', { count: listed.length })}
      </p>
      {listed.length === 0 ? (
        <EmptyState icon={SearchX} title={t('history.list.none')} text={t('history.list.noneHint')}>
          <Button onClick={openAll}>{t('history.list.clear')}</Button>
        </EmptyState>
      ) : (
        <Lines listed={listed} timeZone={playbook.timeZone} />
      )}
    </section>
  );
}

interface LinesProps {
  readonly listed: readonly IncidentFigures[];
  readonly timeZone: string;
}

function Lines(props: LinesProps) {
  return props.listed.length <= FEW ? <FewLines {...props} /> : <ManyLines {...props} />;
}

function FewLines({ listed, timeZone }: LinesProps) {
  return (
    <div className="history-lines">
      <ul>
        {listed.map((figures) => (
          <li key={figures.id}>
            <PastIncident figures={figures} timeZone={timeZone} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Only those in sight. */
function ManyLines({ listed, timeZone }: LinesProps) {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoizes this component.
  const virtual = useVirtualizer({
    count: listed.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  return (
    <div ref={scroller} className="history-lines" data-many="">
      <ul style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const figures = listed[index];
          return figures === undefined ? null : (
            <li
              key={figures.id}
              aria-setsize={listed.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)`, height: ROW }}
            >
              <PastIncident figures={figures} timeZone={timeZone} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
