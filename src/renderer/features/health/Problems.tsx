import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DegradedReason } from '#shared/health.ts';
import { useBridge } from '../../bridge/BridgeProvider.tsx';
import { useSnapshot } from '../../bridge/snapshot.ts';
import { useLive } from '../../db/live.ts';
import { Button } from '../../ui/Button.tsx';
import { useProblemText } from '../../ui/problem-text.ts';

interface Problem {
  readonly key: string;
  readonly what: string;
  readonly safe: string;
  readonly todo: string;
  readonly detail: string;
  /** Over, and kept only until somebody has read it. */
  readonly dismiss?: DegradedReason;
}

const PAST: ReadonlySet<DegradedReason> = new Set([
  'log-quarantined',
  'log-rebuilt',
  'page-unsaved',
  'settings-set-aside',
]);

/** Main's own words of playbook files are English: here the library's problems are worded, the first of each file. */
function useLibraryDetail(): (reason: DegradedReason) => string | undefined {
  const say = useProblemText();
  const { files } = useSnapshot().library;
  return (reason) => {
    if (reason !== 'playbook-broken' && reason !== 'playbook-editions-differ') return undefined;
    const words = files
      .flatMap(({ problems, warnings }) => (reason === 'playbook-broken' ? problems : warnings).slice(0, 1))
      .map(({ file, line, column, cause }) => `${file}:${line}:${column} ${say(cause)}`)
      .join('; ');
    // Of a folder that cannot be read only main knows: the system's own words.
    return words === '' ? undefined : words;
  };
}

export function Problems() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const libraryDetail = useLibraryDetail();
  const { health } = useSnapshot();
  const { storage } = useLive();
  const problems: readonly Problem[] = [
    ...health.degraded.map(
      ({ reason, detail }): Problem => ({
        key: `${reason} ${detail}`,
        what: t(`degraded.${reason}.what`),
        safe: t(`degraded.${reason}.safe`),
        todo: t(`degraded.${reason}.todo`),
        detail: libraryDetail(reason) ?? detail,
        ...(PAST.has(reason) ? { dismiss: reason } : {}),
      }),
    ),
    ...(storage === undefined
      ? []
      : [
          {
            key: 'storage',
            what: t(`storage.${storage.problem}.what`),
            safe: t(`storage.${storage.problem}.safe`),
            todo: t(`storage.${storage.problem}.todo`),
            detail: storage.detail,
          },
        ]),
  ];
  if (problems.length === 0) {
    return (
      <section className="health-good">
        <CircleCheck className="icon" aria-hidden="true" />
        <div>
          <strong>{t('health.good')}</strong>
          <p className="secondary">{t('health.goodHint')}</p>
        </div>
      </section>
    );
  }
  return (
    <section>
      <h2>{t('health.problems', { count: problems.length })}</h2>
      <ul className="rows">
        {problems.map(({ key, what, safe, todo, detail, dismiss }) => (
          <li key={key} className="problem">
            <TriangleAlert className="icon" aria-hidden="true" />
            <div>
              <strong>{what}</strong>
              {detail !== '' && <code>{detail}</code>}
              <dl className="facts">
                <div className="fact">
                  <dt>{t('health.safe')}</dt>
                  <dd>{safe}</dd>
                </div>
                <div className="fact">
                  <dt>{t('health.todo')}</dt>
                  <dd>{todo}</dd>
                </div>
              </dl>
              {dismiss !== undefined && (
                <Button
                  size="small"
                  onClick={() => void bridge.request['degraded.dismiss']({ reason: dismiss })}
                >
                  {t('health.dismiss')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
