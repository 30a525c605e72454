import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileToSave, OpenedFile } from '#shared/ipc/contract.ts';
import { useBridge } from './BridgeProvider.tsx';
import { useFailureNotice } from './commands.ts';
import { showNotice } from './view.ts';

/** Saves where the person says, and says where that was, or why not. @returns whether it was saved */
export function useSaveFile(): (file: FileToSave) => Promise<boolean> {
  const bridge = useBridge();
  const { t } = useTranslation();
  const sayFailure = useFailureNotice();
  return useCallback(
    async (file: FileToSave) => {
      const answer = await bridge.request['file.save'](file);
      if (!answer.ok) {
        sayFailure(answer);
        return false;
      }
      if (answer.value.saved) {
        showNotice({ tone: 'info', text: t('file.saved'), detail: answer.value.path });
      }
      return answer.value.saved;
    },
    [bridge, t, sayFailure],
  );
}

/** The file that the person picks; undefined when none was, or when it could not be read, which is said. */
export function useOpenFile(): () => Promise<OpenedFile | undefined> {
  const bridge = useBridge();
  const sayFailure = useFailureNotice();
  return useCallback(async () => {
    const answer = await bridge.request['file.open'](undefined);
    if (answer.ok) return answer.value ?? undefined;
    sayFailure(answer);
    return undefined;
  }, [bridge, sayFailure]);
}
