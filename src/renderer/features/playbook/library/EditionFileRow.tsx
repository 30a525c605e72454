import { Download, FolderOpen, PencilLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { EditionFile } from '#shared/domain/playbook/library.ts';
import { useBridge } from '../../../bridge/BridgeProvider.tsx';
import { useFailureNotice } from '../../../bridge/commands.ts';
import { useSaveFile } from '../../../bridge/files.ts';
import { useReveal } from '../../../bridge/playbooks.ts';
import { showPlaybook } from '../../../bridge/view.ts';
import { IconButton } from '../../../ui/IconButton.tsx';

/** An edition's file. The app's own can be exported, the person's edited and found too. */
export function EditionFileRow({ file }: { readonly file: EditionFile }) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const reveal = useReveal();
  const saveFile = useSaveFile();
  const sayFailure = useFailureNotice();
  const { name, origin, language } = file;
  const exportFile = async (): Promise<void> => {
    const answer = await bridge.request['playbook.text']({ name, origin });
    if (!answer.ok) sayFailure(answer);
    else if (answer.value !== null) await saveFile({ name, text: answer.value.text });
  };
  return (
    <li className="library-file">
      <span className="library-file-name">{name}</span>
      <span className="secondary">{t(`playbooks.language.${language}`)}</span>
      <span className="library-file-actions">
        {origin === 'own' && (
          <>
            <IconButton
              icon={PencilLine}
              label={t('playbooks.editOf', { name })}
              onClick={() => showPlaybook({ kind: 'edit', file: name })}
            />
            <IconButton
              icon={FolderOpen}
              label={t('playbooks.showOf', { name })}
              onClick={() => void reveal(name)}
            />
          </>
        )}
        <IconButton
          icon={Download}
          label={t('playbooks.exportOf', { name })}
          onClick={() => void exportFile()}
        />
      </span>
    </li>
  );
}
