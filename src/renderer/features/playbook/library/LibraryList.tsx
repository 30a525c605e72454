import { FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useReveal } from '../../../bridge/playbooks.ts';
import { useSnapshot } from '../../../bridge/snapshot.ts';
import { Button } from '../../../ui/Button.tsx';
import { BrokenFile } from './BrokenFile.tsx';
import { DifferingFile } from './DifferingFile.tsx';
import { PlaybookRow } from './PlaybookRow.tsx';
import './library.css';

/** All playbooks: the app's, the person's, and files that cannot be used as they are. */
export function LibraryList() {
  const { t } = useTranslation();
  const reveal = useReveal();
  const { library } = useSnapshot();
  const differing = library.files.filter(({ warnings }) => warnings.length > 0);
  const broken = library.files.filter(({ problems }) => problems.length > 0);
  return (
    <div className="document" tabIndex={0} role="region" aria-label={t('playbooks.title')}>
      <div className="document-body library">
        <header>
          <h1>{t('playbooks.title')}</h1>
          <p className="muted">{t('playbooks.hint')}</p>
        </header>
        {broken.length > 0 && (
          <section>
            <h2>{t('playbooks.broken')}</h2>
            <ul className="rows">
              {broken.map((file) => (
                <BrokenFile key={`${file.origin} ${file.name}`} file={file} />
              ))}
            </ul>
          </section>
        )}
        {differing.length > 0 && (
          <section>
            <h2>{t('playbooks.differing')}</h2>
            <ul className="rows">
              {differing.map((file) => (
                <DifferingFile key={`${file.origin} ${file.name}`} file={file} />
              ))}
            </ul>
          </section>
        )}
        <section>
          <h2>{t('playbooks.list')}</h2>
          <ul className="rows">
            {library.playbooks.map((playbook) => (
              <PlaybookRow key={`${playbook.id} ${playbook.version}`} playbook={playbook} />
            ))}
          </ul>
        </section>
        <section>
          <p className="secondary library-folder">{t('playbooks.folder', { folder: library.folder })}</p>
          <div className="actions">
            <Button size="small" onClick={() => void reveal()}>
              <FolderOpen className="icon-small" aria-hidden="true" />
              {t('playbooks.showFolder')}
            </Button>
          </div>
        </section>
      </div>
    </div>
  );
}
