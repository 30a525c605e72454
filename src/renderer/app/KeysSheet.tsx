import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../bridge/snapshot.ts';
import { useView } from '../bridge/view.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';

export function KeysSheet() {
  const { t } = useTranslation();
  const { settings } = useSnapshot();
  const rows = [
    [['a'], t('keys.a')],
    [['d'], t('keys.d')],
    [['c'], t('keys.c')],
    [['n'], t('keys.n')],
    [['s'], t('severities.key')],
    [['1', '…', '9', '0'], t('keys.ticks')],
    [['?'], t('keys.help')],
    [['Esc'], t('keys.escape')],
  ] as const;
  return (
    <Dialog open title={t('keys.title')} onClose={() => useView.setState({ keysOpen: false })}>
      <dl className="keys">
        {rows.map(([keys, text]) => (
          <div key={text}>
            <dt>
              <span className="visually-hidden">{keys.join(' ')}</span>
              {keys.map((key) => (
                <KeyHint key={key} name={key} />
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="secondary">{t(settings.singleKeys ? 'keys.hint' : 'keys.off')}</p>
    </Dialog>
  );
}
