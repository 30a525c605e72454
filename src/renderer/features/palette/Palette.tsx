import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useBridge } from '../../bridge/BridgeProvider.tsx';
import { useFailureNotice } from '../../bridge/commands.ts';
import { useView } from '../../bridge/view.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { isKey } from '../../ui/keys.ts';
import type { PaletteEntry } from './entry.ts';
import { PaletteList } from './PaletteList.tsx';
import { rememberRecent } from './recents.ts';
import { useGroups } from './use-groups.ts';
import './palette.css';

/** Everything there is to do, by its name: typed, picked with the arrows, done with Enter. */
export function Palette() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const sayFailure = useFailureNotice();
  const [query, setQuery] = useState('');
  const [copied, setCopied] = useState<PaletteEntry>();
  const { groups, searching, reading } = useGroups(query);
  const [before] = useState(() => document.activeElement);
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);

  /** Gives the focus back by itself, and then acts: some actions move it, and must have the last word. */
  const close = (act?: () => void): void => {
    // At once, not a moment later: by then a quick hand may have opened it again.
    flushSync(() => useView.setState({ paletteOpen: false }));
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    act?.();
  };
  const copy = async (entry: PaletteEntry, text: string): Promise<void> => {
    const answer = await bridge.request['clipboard.write']({ text });
    if (answer.ok) setCopied(entry);
    else {
      close();
      sayFailure(answer);
    }
  };
  const pick = (entry: PaletteEntry): void => {
    rememberRecent(entry.id);
    const { act, copies } = entry;
    if (copies !== undefined) void copy(entry, copies);
    if (act !== undefined) close(act);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isKey(event.nativeEvent, 'Mod+k')) return;
    event.preventDefault();
    close();
  };

  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="backdrop" />
        <Dialog.Popup
          className="palette"
          aria-label={t('palette.title')}
          data-blocks-keys=""
          finalFocus={false}
          onKeyDown={onKeyDown}
        >
          <Autocomplete.Root
            open
            inline
            mode="none"
            autoHighlight="always"
            keepHighlight
            items={groups}
            itemToStringValue={({ label }: PaletteEntry) => label}
            value={query}
            onValueChange={(value, { reason }) => {
              // Picking something does not write its name into the field.
              if (reason === 'item-press') return;
              setCopied(undefined);
              setQuery(value);
            }}
          >
            <div className="palette-input">
              <Search className="icon" aria-hidden="true" />
              <Autocomplete.Input
                aria-label={t('palette.input')}
                placeholder={t('palette.placeholder')}
                spellCheck={false}
              />
            </div>
            <PaletteList groups={groups} copied={copied} onPick={pick} />
            {count === 0 && !searching && (
              <div className="palette-none">
                <p>{t('palette.nothing')}</p>
                <p className="secondary">{t('palette.nothingHint')}</p>
              </div>
            )}
            <Autocomplete.Status className="visually-hidden">
              {statusText(t, { copied, searching, reading, count, query })}
            </Autocomplete.Status>
          </Autocomplete.Root>
          <p className="palette-foot" aria-hidden="true">
            <span>
              <KeyHint name="↑" /> <KeyHint name="↓" /> {t('palette.footMove')}
            </span>
            <span>
              <KeyHint name="↵" /> {t('palette.footDo')}
            </span>
            <span>
              <KeyHint name="Esc" /> {t('palette.footClose')}
            </span>
          </p>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface Said {
  readonly copied: PaletteEntry | undefined;
  readonly searching: boolean;
  readonly reading: boolean;
  readonly count: number;
  readonly query: string;
}

/** What a screen reader is told when the list changes. */
function statusText(
  t: ReturnType<typeof useTranslation>['t'],
  { copied, searching, reading, count, query }: Said,
): string {
  if (copied !== undefined) return t('palette.copied', { label: copied.label });
  if (query.trim() === '') return '';
  if (searching) return t('palette.searching');
  if (reading) return t('palette.foundSoFar', { count });
  return count === 0 ? t('palette.nothing') : t('palette.found', { count });
}
