import { BookOpen, BellRing, Cable } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBridge } from '../../bridge/BridgeProvider.tsx';
import { useFailureNotice } from '../../bridge/commands.ts';
import { useChangeSettings } from '../../bridge/settings.ts';
import { goTo } from '../../bridge/view.ts';
import { Button } from '../../ui/Button.tsx';
import { SenderSetup } from './SenderSetup.tsx';
import './first-run.css';

/** No account, no wizard: what it does, and three things to try in any order. */
export function Welcome() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const change = useChangeSettings();
  const sayFailure = useFailureNotice();
  const [sent, setSent] = useState(false);
  const leave = (place: 'incidents' | 'playbook'): void => {
    void change({ welcomed: true });
    goTo(place);
  };
  const sendTest = async (): Promise<void> => {
    const answer = await bridge.request['page.test'](undefined);
    if (answer.ok) setSent(true);
    else sayFailure(answer);
  };
  return (
    <div className="document">
      <div className="document-body welcome">
        <header>
          <h1>{t('welcome.title')}</h1>
          <p className="muted">{t('welcome.lead')}</p>
          <p className="muted">{t('welcome.local')}</p>
        </header>
        <section className="welcome-step">
          <BellRing className="icon" aria-hidden="true" />
          <div>
            <h2>{t('welcome.testTitle')}</h2>
            <p className="muted">{t('welcome.testBody')}</p>
            <div className="actions">
              <Button kind="primary" onClick={() => void sendTest()}>
                {t('welcome.test')}
              </Button>
              <span role="status" className="muted">
                {sent ? t('welcome.testSent') : ''}
              </span>
            </div>
          </div>
        </section>
        <section className="welcome-step">
          <Cable className="icon" aria-hidden="true" />
          <div>
            <h2>{t('welcome.connectTitle')}</h2>
            <p className="muted">{t('welcome.connectBody')}</p>
            <SenderSetup />
          </div>
        </section>
        <section className="welcome-step">
          <BookOpen className="icon" aria-hidden="true" />
          <div>
            <h2>{t('welcome.playbookTitle')}</h2>
            <p className="muted">{t('welcome.playbookBody')}</p>
            <div className="actions">
              <Button onClick={() => leave('playbook')}>{t('welcome.playbook')}</Button>
              <Button kind="quiet" onClick={() => leave('incidents')}>
                {t('welcome.done')}
              </Button>
            </div>
          </div>
        </section>
      </div>
    </div>
  );
}
