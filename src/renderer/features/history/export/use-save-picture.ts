import { useCallback, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useBridge } from '../../../bridge/BridgeProvider.tsx';
import { useFailureNotice } from '../../../bridge/commands.ts';
import { useSaveFile } from '../../../bridge/files.ts';

/**
 * Saves what is on the screen of an element as a PNG: as it is seen, with the app's own fonts and theme. Its tools are
 * to be hidden while `isTaken`.
 */
export function useSavePicture(name: string): {
  readonly isTaken: boolean;
  readonly save: (element: HTMLElement | null) => Promise<void>;
} {
  const { t } = useTranslation();
  const bridge = useBridge();
  const sayFailure = useFailureNotice();
  const saveFile = useSaveFile();
  const [isTaken, setIsTaken] = useState(false);
  const save = useCallback(
    async (element: HTMLElement | null): Promise<void> => {
      if (element === null) return;
      flushSync(() => setIsTaken(true));
      element.scrollIntoView({ block: 'nearest' });
      await nextFrame();
      const { x, y, width, height } = element.getBoundingClientRect();
      const answer = await bridge.request['window.picture']({
        x: Math.floor(x),
        y: Math.floor(y),
        width: Math.ceil(width),
        height: Math.ceil(height),
      });
      setIsTaken(false);
      if (answer.ok)
        await saveFile({ name: t('history.pictureName', { what: name }), base64: answer.value.base64 });
      else sayFailure(answer);
    },
    [bridge, name, saveFile, sayFailure, t],
  );
  return { isTaken, save };
}

/** When what was changed is on the screen: after the frame that draws it. */
async function nextFrame(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
}
