import { Tabs } from '@base-ui/react/tabs';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../bridge/CopyButton.tsx';
import { useSnapshot } from '../../bridge/snapshot.ts';
import { useToken } from '../../bridge/token.ts';
import { TokenField } from '../../bridge/TokenField.tsx';
import { alertmanagerConfig, curlCall } from './snippets.ts';

const STAND_IN = '<TOKEN>';

/** What to give a sender: the address, the token, and a piece of its configuration ready to paste. */
export function SenderSetup() {
  const { t } = useTranslation();
  const { receiver } = useSnapshot();
  const fetchToken = useToken();
  if (receiver === undefined) return <p role="status">{t('welcome.receiverDown')}</p>;
  const snippets = [
    { id: 'curl', title: t('welcome.curl'), write: curlCall },
    { id: 'alertmanager', title: t('welcome.alertmanager'), write: alertmanagerConfig },
  ];
  return (
    <>
      <dl className="facts">
        <div className="fact">
          <dt>{t('welcome.receiverUrl')}</dt>
          <dd>
            <code>{receiver.url}</code>
          </dd>
        </div>
        <div className="fact">
          <dt>{t('welcome.token')}</dt>
          <dd>
            <TokenField />
          </dd>
        </div>
      </dl>
      <Tabs.Root defaultValue="curl" className="snippets">
        <Tabs.List className="tabs-list">
          {snippets.map(({ id, title }) => (
            <Tabs.Tab key={id} value={id} className="tab">
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {snippets.map(({ id, write }) => (
          <Tabs.Panel key={id} value={id}>
            <pre className="code">{write(receiver.url, STAND_IN)}</pre>
            <div className="actions">
              <CopyButton
                label={t('welcome.copySnippet')}
                text={async () => {
                  const token = await fetchToken();
                  return token === undefined ? undefined : write(receiver.url, token);
                }}
              />
              <span className="secondary">{t('welcome.snippetToken')}</span>
            </div>
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </>
  );
}
