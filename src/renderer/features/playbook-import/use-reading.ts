import { useCallback } from 'react';
import { shorten, visibleLine } from '#shared/domain/page/hostile-text.ts';
import { useBridge } from '../../bridge/BridgeProvider.tsx';
import { useFailureNotice } from '../../bridge/commands.ts';
import { useOpenFile } from '../../bridge/files.ts';
import { goTo } from '../../bridge/view.ts';
import { keepAnswer, showAnswer, showImport, useImport } from './import-store.ts';

/** Of a file's name, as it is shown: a name can be as long and as odd as any text of a stranger's. */
const LONGEST_NAME = 200;

/** Has a document read, in main and in a thread of its own; the place shows what comes of it. */
function useReadDocument(): (name: string, document: string | Uint8Array<ArrayBuffer>) => Promise<void> {
  const bridge = useBridge();
  const sayFailure = useFailureNotice();
  return useCallback(
    async (fileName: string, document: string | Uint8Array<ArrayBuffer>) => {
      const name = shorten(visibleLine(fileName), LONGEST_NAME);
      showImport({ kind: 'reading', name });
      goTo('import');
      const answer = await bridge.request['import.read']({ name, document });
      const { state } = useImport.getState();
      // Another file was picked meanwhile.
      if (state.kind !== 'reading' || state.name !== name) {
        if (answer.ok) keepAnswer(answer.value);
        return;
      }
      if (answer.ok) showAnswer(answer.value);
      else if (answer.code === 'bad-input')
        showImport({ kind: 'failed', name, problem: { code: 'too-large' } });
      else {
        showImport({ kind: 'failed', name, problem: { code: 'failed' } });
        sayFailure(answer);
      }
    },
    [bridge, sayFailure],
  );
}

/** The same for a file that was dropped: its bytes, never its path. */
export function useReadFile(): (file: File) => Promise<void> {
  const read = useReadDocument();
  return useCallback(
    async (file: File) => {
      if (file.size > MOST_BYTES) {
        showImport({ kind: 'failed', name: file.name, problem: { code: 'too-large' } });
        goTo('import');
        return;
      }
      const bytes = await file.arrayBuffer().catch(() => undefined);
      if (bytes === undefined) {
        // A folder has none, nor has a file that is gone again.
        showImport({ kind: 'failed', name: file.name, problem: { code: 'failed' } });
        goTo('import');
        return;
      }
      await read(file.name || 'document.md', new Uint8Array(bytes));
    },
    [read],
  );
}
/** Far above what is read at all. */
const MOST_BYTES = 16 * 1024 * 1024;

/** The same for a file that a person picks in the system's dialog. */
export function useChooseFile(): () => Promise<void> {
  const open = useOpenFile();
  const read = useReadDocument();
  return useCallback(async () => {
    const file = await open();
    if (file !== undefined) await read(file.name, file.bytes);
  }, [open, read]);
}
