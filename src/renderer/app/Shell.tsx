import { useTranslation } from 'react-i18next';
import { useView } from '../bridge/view.ts';
import { OpenList } from '../features/lists/OpenList.tsx';
import { useKey } from '../ui/keys.ts';
import { RegionBoundary } from '../ui/RegionBoundary.tsx';
import { useMedia } from '../ui/media.ts';
import { Banners } from './Banners.tsx';
import { MainPlace } from './MainPlace.tsx';
import { Overlays } from './Overlays.tsx';
import { Rail } from './Rail.tsx';
import { Switcher } from './Switcher.tsx';
import './shell.css';

/** Below this the list lies over the rest, opened from the rail. */
const LIST_OVER = '(max-width: 1119px)';

export function Shell() {
  const { t } = useTranslation();
  const { listOpen } = useView();
  const listOver = useMedia(LIST_OVER);
  useKey('Escape', () => useView.setState({ listOpen: false }), listOver && listOpen);
  return (
    <div className="shell">
      <Rail listOver={listOver} />
      <Switcher />
      {listOver && listOpen && (
        <button
          type="button"
          className="shell-scrim"
          aria-label={t('action.close')}
          onClick={() => useView.setState({ listOpen: false })}
        />
      )}
      {/* One list in every width: what was selected in it outlives a narrower window. */}
      <div className="shell-list" hidden={listOver && !listOpen} {...(listOver ? { 'data-over': '' } : {})}>
        <RegionBoundary>
          <OpenList />
        </RegionBoundary>
      </div>
      <main className="shell-main">
        <Banners />
        <div className="shell-place">
          <MainPlace />
        </div>
      </main>
      <Overlays />
    </div>
  );
}
