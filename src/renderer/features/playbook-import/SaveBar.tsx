import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportChoices } from '#shared/domain/playbook-import/choices.ts';
import { useBridge } from '../../bridge/BridgeProvider.tsx';
import { useFailureNotice } from '../../bridge/commands.ts';
import { useSaveFile } from '../../bridge/files.ts';
import { goTo, showNotice, showPlaybook } from '../../bridge/view.ts';
import { Button } from '../../ui/Button.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { endImport } from './import-store.ts';
import type { Draft } from './use-draft.ts';
import { useChooseFile } from './use-reading.ts';

interface SaveBarProps {
  readonly draft: Draft;
  readonly choices: ImportChoices;
  /** The draft is not yet that of the choices. */
  readonly isBehind: boolean;
  /** What is decided outlives the window. */
  readonly isKept: boolean;
}

/** What becomes of the draft: saved among the person's playbooks, saved as a file, or dropped. */
export function SaveBar({ draft, choices, isBehind, isKept }: SaveBarProps) {
  const { t } = useTranslation();
  const saveFile = useSaveFile();
  const choose = useChooseFile();
  const { save, isSaving } = useSave(draft, choices);
  const isBroken = draft.problems.length > 0;
  return (
    <div className="import-save">
      <p className="muted" role="status">
        {isBroken ? t('importing.problemsTitle') : t(isKept ? 'importing.kept' : 'importing.keptHere')}
      </p>
      <div className="actions">
        <Button kind="quiet" onClick={leave}>
          {t('importing.discard')}
        </Button>
        <Button onClick={() => void choose()}>{t('importing.again')}</Button>
        <Button onClick={() => void saveFile({ name: `${choices.id}.yaml`, text: draft.yaml })}>
          {t('importing.saveFile')}
        </Button>
        <Button kind="primary" disabled={isBroken || isBehind || isSaving} onClick={() => void save()}>
          {t('importing.save')}
        </Button>
      </div>
    </div>
  );
}

function useSave({ yaml }: Draft, { title }: ImportChoices) {
  const bridge = useBridge();
  const { t } = useTranslation();
  const say = useProblemText();
  const sayFailure = useFailureNotice();
  const [isSaving, setSaving] = useState(false);
  const save = async (): Promise<void> => {
    setSaving(true);
    const answer = await bridge.request['playbook.create']({ texts: [yaml] });
    setSaving(false);
    if (!answer.ok) sayFailure(answer);
    else if (answer.value.created) {
      const { id, version, files } = answer.value;
      leave();
      showPlaybook({ kind: 'read', of: { id, version } });
      showNotice({ tone: 'info', text: t('importing.saved', { title }), detail: files.join(', ') });
    } else {
      const detail = answer.value.problems.map(({ path, cause }) => `${path}: ${say(cause)}`).join('; ');
      showNotice({ text: t('importing.notSaved'), detail });
    }
  };
  return { save, isSaving };
}

function leave(): void {
  endImport();
  goTo('playbook');
}
