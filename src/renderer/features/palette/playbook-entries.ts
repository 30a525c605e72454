import type { TFunction } from 'i18next';
import type { ListedPlaybook } from '#shared/domain/playbook/library.ts';
import type { PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import { copiedFile, fileOf, titleOf, type useDuplicate } from '../../bridge/playbooks.ts';
import { showPlaybook } from '../../bridge/view.ts';
import type { PaletteEntry } from './entry.ts';

/** All playbooks, and the one in force to be edited: the app's own stays as it is, and is duplicated instead. */
export function playbookEntries(
  t: TFunction,
  playbooks: readonly ListedPlaybook[],
  language: PlaybookLanguage,
  duplicate: ReturnType<typeof useDuplicate>,
): PaletteEntry[] {
  const entry = (id: string, label: string, act: () => void): PaletteEntry => ({
    id: `playbook:${id}`,
    group: 'action',
    label,
    keywords: t('palette.also.playbook'),
    act,
  });
  const library = entry('library', t('playbooks.all'), () => showPlaybook({ kind: 'library' }));
  const inForce = playbooks.find(({ isDefault }) => isDefault);
  if (inForce === undefined) return [library];
  const title = titleOf(inForce, language);
  const file = fileOf(inForce, language);
  const copy = async (): Promise<void> => {
    const made = await duplicate(inForce);
    const name = made && copiedFile(made, language);
    if (name !== undefined) showPlaybook({ kind: 'edit', file: name });
  };
  return [
    library,
    ...(file?.origin === 'own'
      ? [
          entry('edit', t('palette.editPlaybook', { title }), () =>
            showPlaybook({ kind: 'edit', file: file.name }),
          ),
        ]
      : []),
    entry('duplicate', t('palette.duplicatePlaybook', { title }), () => void copy()),
  ];
}
