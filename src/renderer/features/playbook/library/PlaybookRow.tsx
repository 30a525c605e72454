import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedPlaybook } from '#shared/domain/playbook/library.ts';
import { titleOf, useDuplicate } from '../../../bridge/playbooks.ts';
import { useChangeSettings } from '../../../bridge/settings.ts';
import { showNotice, showPlaybook } from '../../../bridge/view.ts';
import { Button } from '../../../ui/Button.tsx';
import { useLanguage } from '../../../ui/language.ts';
import { DeleteDialog } from './DeleteDialog.tsx';
import { EditionFileRow } from './EditionFileRow.tsx';

/** One playbook: whose it is, what it is for, its files, and what can be done with it. */
export function PlaybookRow({ playbook }: { readonly playbook: ListedPlaybook }) {
  const { t } = useTranslation();
  const changeSettings = useChangeSettings();
  const duplicate = useDuplicate();
  const [deleting, setDeleting] = useState(false);
  const { id, version, origin, services, files, isDefault, isOld } = playbook;
  const title = titleOf(playbook, useLanguage());
  const own = files.filter((file) => file.origin === 'own').map(({ name }) => name);
  const copy = async (): Promise<void> => {
    const made = await duplicate(playbook);
    if (made !== undefined) showNotice({ tone: 'info', text: t('playbooks.duplicated', { id: made.id }) });
  };
  return (
    <li className="library-row">
      <div className="library-name">
        <strong>{title}</strong>
        <span className="secondary figures">{version}</span>
        <span className="tag">{t(origin === 'own' ? 'playbooks.own' : 'playbooks.builtIn')}</span>
        {isDefault && <span className="tag">{t('playbooks.default')}</span>}
      </div>
      {isOld && <p className="secondary">{t('playbooks.old')}</p>}
      {services.length > 0 && (
        <p className="secondary">{t('playbooks.services', { services: services.join(', ') })}</p>
      )}
      <ul className="library-files">
        {files.map((file) => (
          <EditionFileRow key={`${file.origin} ${file.name}`} file={file} />
        ))}
      </ul>
      <div className="actions">
        <Button
          size="small"
          aria-label={t('playbooks.readOf', { title })}
          onClick={() => showPlaybook({ kind: 'read', of: { id, version } })}
        >
          {t('playbooks.read')}
        </Button>
        {!isDefault && !isOld && (
          <Button
            size="small"
            aria-label={t('playbooks.makeDefaultOf', { title })}
            onClick={() => void changeSettings({ playbook: id })}
          >
            {t('playbooks.makeDefault')}
          </Button>
        )}
        <Button size="small" aria-label={t('playbooks.duplicateOf', { title })} onClick={() => void copy()}>
          {t('playbooks.duplicate')}
        </Button>
        {own.length > 0 && (
          <Button
            size="small"
            kind="quiet"
            aria-label={t('playbooks.deleteOf', { title })}
            onClick={() => setDeleting(true)}
          >
            {t('playbooks.delete')}
          </Button>
        )}
      </div>
      <DeleteDialog open={deleting} title={title} names={own} onClose={() => setDeleting(false)} />
    </li>
  );
}
