import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../../bridge/snapshot.ts';
import { agoText } from '../../ui/format.ts';
import { Ticked } from '../../ui/Ticked.tsx';

/** Silence of the sources is said, not taken for calm. */
export function SourcesLine() {
  const { t } = useTranslation();
  const { sources } = useSnapshot();
  const heard = sources.flatMap(({ lastHeardAt }) => lastHeardAt ?? []);
  const last = heard.length === 0 ? undefined : Math.max(...heard);
  return (
    <p className="sources-line">
      {last === undefined ? (
        t('list.noSource')
      ) : (
        <Ticked
          read={(now) =>
            `${t('list.sources', { count: heard.length })} · ${t('list.lastHeard', { ago: agoText(t, now - last) })}`
          }
        />
      )}
    </p>
  );
}
