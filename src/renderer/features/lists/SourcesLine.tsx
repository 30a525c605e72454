import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../../bridge/snapshot.ts';
import { agoText } from '../../ui/format.ts';
import { useNow } from '../../ui/ticker.ts';

/** Silence of the sources is said, not taken for calm. */
export function SourcesLine() {
  const { t } = useTranslation();
  const { sources } = useSnapshot();
  const now = useNow();
  const heard = sources.flatMap(({ lastHeardAt }) => lastHeardAt ?? []);
  const last = heard.length === 0 ? undefined : Math.max(...heard);
  return (
    <p className="sources-line">
      {last === undefined
        ? t('list.noSource')
        : `${t('list.sources', { count: heard.length })} · ${t('list.lastHeard', { ago: agoText(t, now - last) })}`}
    </p>
  );
}
