import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { acceleratorWords, shortcutFrom } from '#shared/accelerator.ts';
import { useChangeSettings } from '../../bridge/settings.ts';
import { useSnapshot } from '../../bridge/snapshot.ts';
import { Button } from '../../ui/Button.tsx';
import { isMac } from '../../ui/platform.ts';

/** The shortcut of the whole desktop, set by pressing it. */
export function ShortcutSetting() {
  const { t } = useTranslation();
  const id = useId();
  const change = useChangeSettings();
  const { settings, globalShortcut: state } = useSnapshot();
  const { globalShortcut } = settings;
  const [listening, setListening] = useState(false);
  const [isPlain, setIsPlain] = useState(false);
  const stop = (): void => {
    setListening(false);
    setIsPlain(false);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Tab leaves, as everywhere.
    if (!listening || (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') {
      stop();
      return;
    }
    const pressed = shortcutFrom(event, isMac());
    setIsPlain(pressed.kind === 'needs-modifier');
    if (pressed.kind !== 'shortcut') return;
    stop();
    void change({ globalShortcut: pressed.accelerator });
  };
  const words = globalShortcut === '' ? t('shortcut.off') : acceleratorWords(globalShortcut, isMac());
  return (
    <div className="field" role="group" aria-labelledby={id}>
      <span className="field-label" id={id}>
        {t('shortcut.label')}
      </span>
      <div className="actions">
        <kbd className="shortcut-keys" data-listening={listening ? '' : undefined}>
          {listening ? t('shortcut.press') : words}
        </kbd>
        <Button
          size="small"
          aria-pressed={listening}
          onClick={() => (listening ? stop() : setListening(true))}
          onKeyDown={onKeyDown}
          onBlur={stop}
        >
          {t('shortcut.change')}
        </Button>
        {globalShortcut !== '' && (
          <Button size="small" kind="quiet" onClick={() => void change({ globalShortcut: '' })}>
            {t('shortcut.remove')}
          </Button>
        )}
      </div>
      <span role="status" className={state === 'refused' || isPlain ? 'field-error' : 'field-hint'}>
        {isPlain
          ? t('shortcut.needsModifier')
          : t(state === 'refused' ? 'shortcut.refused' : 'shortcut.hint')}
      </span>
    </div>
  );
}
