import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { visibleText } from '#shared/domain/page/hostile-text.ts';
import { useBridge } from '../../bridge/BridgeProvider.tsx';
import { useFailureNotice } from '../../bridge/commands.ts';
import { Button } from '../../ui/Button.tsx';

/** The text as it came, asked for when wanted, its invisible characters made visible. */
export function PageOriginal({ pageId }: { readonly pageId: string }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const sayFailure = useFailureNotice();
  const [original, setOriginal] = useState<string | null>();
  const show = async (): Promise<void> => {
    const answer = await bridge.request['page.original']({ pageId });
    if (answer.ok) setOriginal(answer.value.text);
    else sayFailure(answer);
  };
  if (original === undefined) {
    return (
      <div>
        <Button size="small" onClick={() => void show()}>
          {t('page.original')}
        </Button>
      </div>
    );
  }
  if (original === null) return <p className="secondary">{t('page.originalNone')}</p>;
  return (
    <section>
      <h2>{t('page.originalTitle')}</h2>
      <pre className="code">{visibleText(original)}</pre>
    </section>
  );
}
