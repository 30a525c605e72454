import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../bridge/snapshot.ts';
import { useView } from '../bridge/view.ts';
import { acceleratorWords } from '#shared/accelerator.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { KEY_LIST, KEY_SCOPES, keyName } from '../ui/key-list.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { isMac } from '../ui/platform.ts';
import './keys-sheet.css';

/** Every key there is, from the list that the handlers are registered by. */
export function KeysSheet() {
  const { t } = useTranslation();
  const { settings } = useSnapshot();
  const { globalShortcut } = settings;
  return (
    <Dialog open title={t('keys.title')} onClose={() => useView.setState({ keysOpen: false })}>
      {KEY_SCOPES.map((scope) => (
        <section key={scope} className="keys-scope" aria-label={t(`keys.scopes.${scope}`)}>
          <h3 aria-hidden="true">{t(`keys.scopes.${scope}`)}</h3>
          <dl className="keys">
            {KEY_LIST.filter((entry) => entry.scope === scope).map(({ id, keys }) => (
              <KeyRow key={id} keys={keys} text={t(`keys.${id}`)} />
            ))}
            {scope === 'everywhere' && globalShortcut !== '' && (
              <KeyRow keys={[acceleratorWords(globalShortcut, isMac())]} text={t('keys.global')} />
            )}
          </dl>
        </section>
      ))}
      <p className="secondary">{t(settings.singleKeys ? 'keys.hint' : 'keys.off')}</p>
    </Dialog>
  );
}

/** Many keys of a row are shown by the first and the last of them. */
function KeyRow({ keys, text }: { readonly keys: readonly string[]; readonly text: string }) {
  const names = keys.map(keyName);
  const shown = names.length > 3 ? [names[0] ?? '', names[1] ?? '', '…', names.at(-1) ?? ''] : names;
  return (
    <div>
      <dt>
        <span className="visually-hidden">{names.join(' ')}</span>
        {shown.map((name) => (
          <KeyHint key={name} name={name} />
        ))}
      </dt>
      <dd>{text}</dd>
    </div>
  );
}
