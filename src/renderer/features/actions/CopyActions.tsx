import { ClipboardCopy, FileDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { actionsAsCsv, actionsAsMarkdown } from '#shared/domain/action/export.ts';
import { BYTE_ORDER_MARK } from '#shared/domain/csv.ts';
import type { ListedAction } from '#shared/domain/action/listed.ts';
import type { Day } from '#shared/domain/day.ts';
import { useBridge } from '../../bridge/BridgeProvider.tsx';
import { useFailureNotice } from '../../bridge/commands.ts';
import { useSaveFile } from '../../bridge/files.ts';
import { Menu } from '../../ui/Menu.tsx';
import { useExportWords } from './use-export.ts';

/** What is selected, or else all that is shown, for a document or a spreadsheet. */
export function CopyActions({
  listed,
  today,
}: {
  readonly listed: readonly ListedAction[];
  readonly today: Day;
}) {
  const { t } = useTranslation();
  const bridge = useBridge();
  const sayFailure = useFailureNotice();
  const save = useSaveFile();
  const words = useExportWords();
  const [said, setSaid] = useState('');
  const copy = async (text: string): Promise<void> => {
    const answer = await bridge.request['clipboard.write']({ text });
    if (answer.ok) setSaid(t('actions.copied', { count: listed.length }));
    else sayFailure(answer);
  };
  return (
    <>
      <span className="secondary" role="status">
        {said}
      </span>
      <Menu
        label={t('actions.copy')}
        icon={ClipboardCopy}
        framed
        groups={[
          {
            entries: [
              {
                label: t('actions.copyMarkdown'),
                icon: ClipboardCopy,
                onSelect: () => void copy(actionsAsMarkdown(listed, words)),
              },
              {
                label: t('actions.copyCsv'),
                icon: ClipboardCopy,
                onSelect: () => void copy(actionsAsCsv(listed, words)),
              },
              {
                label: t('actions.saveCsv'),
                icon: FileDown,
                onSelect: () =>
                  void save({
                    name: t('actions.fileName', { day: today }),
                    text: BYTE_ORDER_MARK + actionsAsCsv(listed, words),
                  }),
              },
            ],
          },
        ]}
      />
    </>
  );
}
