import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { copiedFile, fileOf, useDuplicate } from './playbooks.ts';
import { useChangeSettings } from './settings.ts';
import { useSnapshot } from './snapshot.ts';
import { showPlaybook } from './view.ts';

export interface EditPlaybook {
  /** Opens the editor, at a template where one is named; undefined where the playbook is not in the library. */
  readonly edit: ((template?: string) => void) | undefined;
  /** What asks before the built-in one is copied. */
  readonly dialog: ReactNode;
}

/** The way to the editor from wherever a playbook is seen. The app's own is duplicated first, which is asked. */
export function useEditPlaybook(playbook: Playbook): EditPlaybook {
  const { t } = useTranslation();
  const { library } = useSnapshot();
  const duplicate = useDuplicate();
  const changeSettings = useChangeSettings();
  const [asking, setAsking] = useState<{ readonly template?: string }>();
  const [asDefault, setAsDefault] = useState(true);
  const { id, version, language } = playbook;
  const listed =
    library.playbooks.find((each) => each.id === id && each.version === version) ??
    library.playbooks.find((each) => each.id === id);
  const file = listed && fileOf(listed, language);

  const open = (name: string, template: string | undefined): void =>
    showPlaybook({ kind: 'edit', file: name, ...(template === undefined ? {} : { template }) });
  const copy = async (template: string | undefined): Promise<void> => {
    if (listed === undefined) return;
    const made = await duplicate(listed);
    if (made === undefined) return;
    if (asDefault) await changeSettings({ playbook: made.id });
    const own = copiedFile(made, language);
    if (own !== undefined) open(own, template);
  };
  return {
    edit:
      file === undefined
        ? undefined
        : (template) =>
            file.origin === 'own'
              ? open(file.name, template)
              : setAsking(template === undefined ? {} : { template }),
    dialog: (
      <Dialog
        open={asking !== undefined}
        title={t('playbooks.copyFirstTitle')}
        onClose={() => setAsking(undefined)}
        confirm={{
          label: t('playbooks.copyFirstConfirm'),
          onConfirm: () => void copy(asking?.template),
        }}
      >
        <p>{t('playbooks.copyFirstBody')}</p>
        <label className="check-line">
          <input
            type="checkbox"
            className="checkbox"
            checked={asDefault}
            onChange={(event) => setAsDefault(event.target.checked)}
          />
          {t('playbooks.copyFirstDefault')}
        </label>
      </Dialog>
    ),
  };
}
