import { Autocomplete } from '@base-ui/react/autocomplete';
import { Check, Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { SeverityBadge } from '../../ui/SeverityBadge.tsx';
import type { PaletteEntry } from './entry.ts';
import type { PaletteGroup } from './palette-model.ts';

interface PaletteListProps {
  readonly groups: readonly PaletteGroup[];
  readonly copied: PaletteEntry | undefined;
  readonly onPick: (entry: PaletteEntry) => void;
}

export function PaletteList({ groups, copied, onPick }: PaletteListProps) {
  const { t } = useTranslation();
  return (
    <Autocomplete.List className="palette-list" aria-label={t('palette.results')}>
      {groups.map(({ value, items }) => (
        <Autocomplete.Group key={value} items={items}>
          <Autocomplete.GroupLabel className="palette-group">
            {t(`palette.groups.${value}`)}
          </Autocomplete.GroupLabel>
          {items.map((entry) => (
            <Autocomplete.Item
              key={entry.id}
              value={entry}
              className="palette-item"
              onClick={() => onPick(entry)}
            >
              <Entry entry={entry} isCopied={copied === entry} />
            </Autocomplete.Item>
          ))}
        </Autocomplete.Group>
      ))}
    </Autocomplete.List>
  );
}

function Entry({ entry, isCopied }: { readonly entry: PaletteEntry; readonly isCopied: boolean }) {
  const { t } = useTranslation();
  const { label, detail, severity, hint, copies } = entry;
  const Icon = isCopied ? Check : Copy;
  return (
    <>
      {severity !== undefined && <SeverityBadge severity={severity} />}
      <span className="palette-label">{label}</span>
      {detail !== undefined && (
        <span className="palette-detail secondary">{isCopied ? t('action.copied') : detail}</span>
      )}
      {hint !== undefined && <KeyHint name={hint} />}
      {copies !== undefined && <Icon className="icon-small" aria-hidden="true" />}
    </>
  );
}
