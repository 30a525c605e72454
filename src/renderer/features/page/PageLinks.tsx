import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PageLink } from '#shared/domain/event/payloads.ts';
import { useBridge } from '../../bridge/BridgeProvider.tsx';
import { useFailureNotice } from '../../bridge/commands.ts';
import { showNotice } from '../../bridge/view.ts';
import { CopyButton } from '../../bridge/CopyButton.tsx';

/** Senders' links: https opens in the browser; anything else is only shown. The address itself is always seen. */
export function PageLinks({ links }: { readonly links: readonly PageLink[] }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const sayFailure = useFailureNotice();
  if (links.length === 0) return null;
  const open = async (url: string): Promise<void> => {
    const answer = await bridge.request['link.open']({ url });
    if (!answer.ok) sayFailure(answer);
    else if (!answer.value.opened) showNotice({ text: t('page.linkNotOpened'), detail: url });
  };
  return (
    <section>
      <h2>{t('page.links')}</h2>
      <ul className="page-links">
        {links.map(({ label, url }, index) =>
          url.startsWith('https://') ? (
            <li key={`${url}-${index}`}>
              <button
                type="button"
                className="page-link"
                title={t('page.openLink')}
                onClick={() => void open(url)}
              >
                <ExternalLink className="icon-small" aria-hidden="true" />
                {label === '' ? url : label}
              </button>
              {label !== '' && <span className="secondary">{url}</span>}
            </li>
          ) : (
            <li key={`${url}-${index}`}>
              <span>{label}</span> <code>{url}</code> <CopyButton label={t('action.copy')} text={url} />
              <span className="secondary">{t('page.plainLink')}</span>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
