import { useTranslation } from 'react-i18next';
import type { Instant } from '#shared/domain/ids.ts';
import { useSnapshot } from '../../bridge/snapshot.ts';
import { agoText } from '../../ui/format.ts';
import { useTicked } from '../../ui/ticker.ts';

/** Silence of the sources is said, not taken for calm. */
export function SourcesLine() {
  const { t } = useTranslation();
  const { sources } = useSnapshot();
  const heard = sources.flatMap(({ lastHeardAt }) => lastHeardAt ?? []);
  const last = heard.length === 0 ? undefined : Math.max(...heard);
  return (
    <p className="sources-line">
      {last === undefined ? t('list.noSource') : `${t('list.sources', { count: heard.length })} · `}
      {last !== undefined && <LastHeard at={last} />}
    </p>
  );
}

function LastHeard({ at }: { readonly at: Instant }) {
  const { t } = useTranslation();
  const ago = useTicked((now) => agoText(t, now - at));
  return t('list.lastHeard', { ago });
}
