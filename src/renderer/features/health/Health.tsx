import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../../bridge/snapshot.ts';
import { useLive } from '../../db/live.ts';
import { agoText, durationWords } from '../../ui/format.ts';
import { useNow } from '../../ui/ticker.ts';
import { type Fact, Facts } from '../../ui/Facts.tsx';
import { Problems } from './Problems.tsx';
import './health.css';

/** How the app itself is: what does not work, what is still safe, what to do. */
export function Health() {
  const { t } = useTranslation();
  const { health, receiver, version, runtime, clockOffsetMs } = useSnapshot();
  const facts: readonly Fact[] = [
    [t('health.notifications'), t(`health.native.${health.native}`)],
    [
      t('health.tray'),
      [t(`health.trayState.${health.tray}`), health.tray === 'no-host' ? t('health.gnomeHint') : '']
        .join(' ')
        .trim(),
    ],
    [t('health.receiver'), receiver?.url ?? t('health.receiverOff')],
    [t('health.storage'), useStorageText()],
    [
      t('health.versions'),
      `Tplus ${version} · Electron ${runtime.electron} · Chromium ${runtime.chrome} · Node ${runtime.node}`,
    ],
  ];
  return (
    <div className="document" tabIndex={0} role="region" aria-label={t('health.title')}>
      <div className="document-body">
        <header>
          <h1>{t('health.title')}</h1>
        </header>
        <Problems />
        <section>
          <Facts of={facts} />
          {clockOffsetMs !== 0 && (
            <p>{t('health.clockOffset', { time: durationWords(t, Math.abs(clockOffsetMs)) })}</p>
          )}
        </section>
        <Sources />
      </div>
    </div>
  );
}

function useStorageText(): string {
  const { t } = useTranslation();
  const { storage, sync } = useLive();
  if (storage !== undefined) return t(`storage.${storage.problem}.what`);
  if (sync.state === 'failing') return t('health.storageFailing', { detail: sync.detail });
  return sync.state === 'live' ? t('health.storageOk') : t('health.storageConnecting');
}

function Sources() {
  const { t } = useTranslation();
  const { sources } = useSnapshot();
  const now = useNow();
  return (
    <section>
      <h2>{t('health.sources')}</h2>
      {sources.length === 0 && <p className="muted">{t('health.noSources')}</p>}
      {sources.length > 0 && (
        <ul className="rows">
          {sources.map(({ id, kind, state, lastHeardAt, detail }) => (
            <li key={id} className="source-row">
              <strong>{id}</strong>
              <span className="muted">
                {kind === id ? detail : [kind, detail].filter((part) => part !== '').join(' · ')}
              </span>
              <span>
                {lastHeardAt === undefined
                  ? t(`health.sourceState.${state}`)
                  : t('list.lastHeard', { ago: agoText(t, Math.max(0, now - lastHeardAt)) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
