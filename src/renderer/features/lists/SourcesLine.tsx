import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../../bridge/snapshot.ts';
import { agoText } from '../../ui/format.ts';
import { useTicked } from '../../ui/ticker.ts';

/** Silence of the sources is said, not taken for calm. */
export function SourcesLine() {
  const { t } = useTranslation();
  const { sources } = useSnapshot();
  const heard = sources.flatMap(({ lastHeardAt }) => lastHeardAt ?? []);
  const last = heard.length === 0 ? undefined : Math.max(...heard);
  const ago = useTicked((now) => (last === undefined ? '' : agoText(t, now - last)));
  return (
    <p className="sources-line">
      {last === undefined
        ? t('list.noSource')
        : `${t('list.sources', { count: heard.length })} · ${t('list.lastHeard', { ago })}`}
    </p>
  );
}
