import { FileStack, Merge } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { MenuEntry } from '../../../ui/Menu.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { PagesDialog } from './PagesDialog.tsx';

/** The incident menu's part about other incidents, and the dialog that an entry of it opened. */
export function useLinkingMenu(incident: Incident): {
  readonly entries: readonly MenuEntry[];
  readonly dialog: ReactNode;
} {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'pages' | 'merge'>();
  const close = (): void => setAsking(undefined);
  const pages = { label: t('several.pagesMenu'), icon: FileStack, onSelect: () => setAsking('pages') };
  const merge = { label: t('several.mergeMenu'), icon: Merge, onSelect: () => setAsking('merge') };
  return {
    entries: incident.closedAt === undefined ? [pages, merge] : [pages],
    dialog: (
      <>
        {asking === 'pages' && <PagesDialog incident={incident} onClose={close} />}
        {asking === 'merge' && <MergeDialog incident={incident} onClose={close} />}
      </>
    ),
  };
}
