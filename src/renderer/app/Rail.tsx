import {
  ArrowRightLeft,
  BookOpen,
  ChartNoAxesCombined,
  GraduationCap,
  HeartPulse,
  ListChecks,
  Keyboard,
  LifeBuoy,
  PanelLeft,
  Search,
  Settings as Cog,
  Siren,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../bridge/snapshot.ts';
import { goTo, type Place, useView } from '../bridge/view.ts';
import { useLive } from '../db/live.ts';
import { IconButton } from '../ui/IconButton.tsx';

/** Places; below, the app itself. A number means something waits or does not work. */
export function Rail({ listOver }: { readonly listOver: boolean }) {
  const { t } = useTranslation();
  const { health } = useSnapshot();
  const { pages, storage } = useLive();
  const listOpen = useView((view) => view.listOpen);
  const problems = health.degraded.length + (storage === undefined ? 0 : 1);
  const waiting = [...pages.values()].filter(({ status }) => status === 'firing').length;
  return (
    <nav className="rail" aria-label={t('place.label')}>
      <span className="rail-mark" aria-hidden="true">
        T+
      </span>
      {listOver && (
        <RailItem
          icon={PanelLeft}
          label={waiting === 0 ? t('place.list') : t('place.listWaiting', { count: waiting })}
          count={waiting}
          current={listOpen}
          onClick={() => useView.setState({ listOpen: !listOpen })}
        />
      )}
      <PlaceItem place="incidents" icon={Siren} label={t('place.incidents')} />
      <PlaceItem place="history" icon={ChartNoAxesCombined} label={t('place.history')} />
      <PlaceItem place="actions" icon={ListChecks} label={t('place.actions')} />
      <PlaceItem place="drills" icon={GraduationCap} label={t('place.drills')} />
      <PlaceItem place="playbook" icon={BookOpen} label={t('place.playbook')} />
      <span className="rail-space" />
      <IconButton
        icon={ArrowRightLeft}
        label={t('handover.open')}
        onClick={() => useView.setState({ handoverOpen: true })}
      />
      <IconButton
        icon={Search}
        label={t('place.palette')}
        aria-keyshortcuts="Control+K"
        onClick={() => useView.setState({ paletteOpen: true })}
      />
      <IconButton
        icon={LifeBuoy}
        label={t('place.reference')}
        aria-keyshortcuts="r"
        onClick={() => useView.setState({ reference: {} })}
      />
      <IconButton
        icon={Keyboard}
        label={t('place.keys')}
        onClick={() => useView.setState({ keysOpen: true })}
      />
      <PlaceItem
        place="health"
        icon={HeartPulse}
        label={problems === 0 ? t('place.health') : t('place.healthProblems', { count: problems })}
        count={problems}
      />
      <PlaceItem place="settings" icon={Cog} label={t('place.settings')} />
    </nav>
  );
}

interface PlaceItemProps {
  readonly place: Place;
  readonly icon: LucideIcon;
  readonly label: string;
  readonly count?: number;
}

function PlaceItem({ place, ...rest }: PlaceItemProps) {
  const current = useView((view) => view.place === place);
  return <RailItem {...rest} current={current} onClick={() => goTo(place)} />;
}

interface RailItemProps extends Omit<PlaceItemProps, 'place'> {
  readonly current: boolean;
  readonly onClick: () => void;
}

function RailItem({ icon, label, count = 0, current, onClick }: RailItemProps) {
  return (
    <span className="rail-item">
      <IconButton icon={icon} label={label} aria-current={current ? 'page' : undefined} onClick={onClick} />
      {count > 0 && (
        <span className="rail-count figures" aria-hidden="true">
          {count > 99 ? '99+' : count}
        </span>
      )}
    </span>
  );
}
