import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Instant } from '#shared/domain/ids.ts';
import type { IncidentFigures, MilestoneFigure } from '#shared/domain/metrics/incident-figures.ts';
import { milestoneById } from '#shared/domain/playbook/lookup.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { type Fact, Facts } from '../../../ui/Facts.tsx';
import { SeverityBadge } from '../../../ui/SeverityBadge.tsx';
import { useHistory } from '../history-state.ts';
import { dateWords, spanWords } from '../words.ts';

interface SampleDetailProps {
  readonly figures: readonly IncidentFigures[];
  readonly playbook: Playbook;
}

/** A sample incident to look at: there is no log behind it, so nothing can be done with it. */
export function SampleDetail({ figures, playbook }: SampleDetailProps) {
  const { t } = useTranslation();
  const opened = useHistory((view) => view.opened);
  const shown = figures.find(({ id }) => id === opened);
  if (shown === undefined) return null;
  return (
    <Dialog open wide title={shown.title} onClose={() => useHistory.setState({ opened: undefined })}>
      <p className="actions">
        <SeverityBadge severity={shown.severity} />
        <span className="tag">{t('history.sample.tag')}</span>
        <span className="secondary">{t('history.detail.hint')}</span>
      </p>
      <Facts of={factsOf(t, shown, playbook)} />
    </Dialog>
  );
}

function factsOf(t: TFunction, figures: IncidentFigures, playbook: Playbook): Fact[] {
  const { service, detectedAt, faultStartedAt, updates, actions } = figures;
  const after = (at: Instant): string => t('history.detail.after', { time: spanWords(t, at - detectedAt) });
  const stamps = (['acknowledged', 'declared', 'resolved'] as const).flatMap((stamp): Fact[] => {
    const at = figures[`${stamp}At`];
    return at === undefined ? [] : [[t(`history.detail.${stamp}`), after(at)]];
  });
  const share = (some: number, all: number): string => t('history.detail.of', { some, all });
  return [
    [t('history.detail.service'), service],
    [t('history.detail.detected'), `${dateWords(detectedAt, playbook.timeZone)} (${playbook.timeZone})`],
    ...(faultStartedAt === undefined
      ? []
      : [
          [
            t('history.detail.faultStarted'),
            t('history.detail.before', { time: spanWords(t, detectedAt - faultStartedAt) }),
          ] as const,
        ]),
    ...stamps,
    ...Object.entries(figures.milestones).map(
      ([id, kept]): Fact => [
        `${t('history.milestone')}: ${milestoneById(playbook, id)?.title ?? id}`,
        keptWords(t, kept),
      ],
    ),
    ...(updates === undefined
      ? []
      : [[t('history.detail.updates'), share(updates.kept, updates.due)] as const]),
    ...(actions === undefined
      ? []
      : [[t('history.detail.actions'), share(actions.completed, actions.total)] as const]),
  ];
}

function keptWords(t: TFunction, kept: MilestoneFigure): string {
  if (typeof kept === 'string') return t(`history.kept.${kept}`);
  return kept === 0 ? t('history.kept.inTime') : t('time.late', { time: spanWords(t, kept) });
}
