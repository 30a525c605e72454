import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from './CopyButton.tsx';
import { useToken } from './token.ts';

/** The token stays hidden until it is asked for: screens get shared in incidents. */
export function TokenField() {
  const { t } = useTranslation();
  const fetchToken = useToken();
  const [token, setToken] = useState<string>();
  return (
    <div className="actions">
      <code className="token">{token ?? '••••••••••••'}</code>
      <Button
        size="small"
        onClick={() => (token === undefined ? void fetchToken().then(setToken) : setToken(undefined))}
      >
        {t(token === undefined ? 'welcome.showToken' : 'welcome.hideToken')}
      </Button>
      <CopyButton label={t('welcome.copyToken')} text={fetchToken} />
    </div>
  );
}
