import { Dialog } from '@base-ui/react/dialog';
import { BookX, X } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { CopyButton } from '../../bridge/CopyButton.tsx';
import { useView } from '../../bridge/view.ts';
import { useCurrentPlaybook } from '../../db/current-playbook.ts';
import { usePickedIncident } from '../../db/picked-incident.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { isKey } from '../../ui/keys.ts';
import { ReferenceCommand } from './ReferenceCommand.tsx';
import './reference.css';

const close = (): void => useView.setState({ reference: undefined });

/**
 * Process document 9: the quick reference, the commands and the contacts, one key away, with an incident or without. It is
 * all in the window already, so it needs no network, nor even main.
 */
export function Reference() {
  const { t } = useTranslation();
  const picked = usePickedIncident();
  const current = useCurrentPlaybook();
  const playbook = picked?.playbook ?? current;
  const popup = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const isTyping = event.target instanceof HTMLInputElement;
    if (isTyping || event.defaultPrevented || !isKey(event.nativeEvent, 'r')) return;
    // Else it would reach the window after this has gone, and open it again.
    event.preventDefault();
    close();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup
          className="reference"
          data-blocks-keys=""
          ref={popup}
          initialFocus={() => wantedField(popup.current) ?? popup.current}
          onKeyDown={onKeyDown}
        >
          <header className="reference-head">
            <div>
              <Dialog.Title>{t('reference.title')}</Dialog.Title>
              {playbook !== undefined && (
                <p className="secondary">
                  {t(picked === undefined ? 'reference.of' : 'reference.ofIncident', {
                    title: playbook.title,
                    version: playbook.version,
                  })}
                </p>
              )}
            </div>
            <IconButton icon={X} label={t('action.close')} onClick={close} />
          </header>
          {playbook === undefined ? (
            <EmptyState icon={BookX} title={t('reference.none')} text={t('reference.noneHint')} />
          ) : (
            <div className="reference-body" tabIndex={0} role="region" aria-label={t('reference.title')}>
              <ReferenceBody playbook={playbook} />
            </div>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Where to type when a command was asked for. */
function wantedField(sheet: HTMLElement | null): HTMLElement | undefined {
  const wanted = sheet?.querySelector('[data-wanted]');
  return wanted?.querySelector('input') ?? wanted?.querySelector('button') ?? undefined;
}

function ReferenceBody({ playbook }: { readonly playbook: Playbook }) {
  const { t } = useTranslation();
  const wanted = useView((view) => view.reference?.command);
  const { quickReference, commands = [], contacts } = playbook;
  return (
    <>
      <div className="reference-column">
        <section aria-labelledby="reference-quick">
          <h3 id="reference-quick">{quickReference.title}</h3>
          <ol className="quick-list">
            {quickReference.items.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="reference-contacts">
          <h3 id="reference-contacts">{t('reference.contacts')}</h3>
          {contacts.length === 0 && <p className="muted">{t('reference.noContacts')}</p>}
          <ul className="rows">
            {contacts.map(({ role, who, how }) => (
              <li key={[role, who, how].join()} className="reference-row">
                <span>
                  <span className="secondary">{role}</span>
                  <br />
                  <strong>{who}</strong> · {how}
                </span>
                <CopyButton label={t('action.copy')} about={role} text={`${who} (${how})`} />
              </li>
            ))}
          </ul>
        </section>
      </div>
      <section className="reference-column" aria-labelledby="reference-commands">
        <h3 id="reference-commands">{t('reference.commands')}</h3>
        {commands.length === 0 && <p className="muted">{t('reference.noCommands')}</p>}
        <ul className="rows">
          {commands.map((command) => (
            <ReferenceCommand key={command.id} command={command} wanted={command.id === wanted} />
          ))}
        </ul>
      </section>
    </>
  );
}
