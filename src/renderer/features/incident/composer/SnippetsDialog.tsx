import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeSettings } from '../../../bridge/settings.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import './snippets.css';

interface SnippetsDialogProps {
  readonly snippets: readonly string[];
  readonly onClose: () => void;
}
interface Row {
  readonly id: number;
  readonly text: string;
}

/** A person's snippets, edited together and saved together. */
export function SnippetsDialog({ snippets, onClose }: SnippetsDialogProps) {
  const { t } = useTranslation();
  const change = useChangeSettings();
  const [rows, setRows] = useState<readonly Row[]>(() =>
    (snippets.length === 0 ? [''] : snippets).map((text, id) => ({ id, text })),
  );
  const nextId = Math.max(-1, ...rows.map(({ id }) => id)) + 1;
  const save = (): void => {
    const texts = rows.map(({ text }) => text.trim()).filter((text) => text !== '');
    void change({ snippets: [...new Set(texts)] });
  };
  return (
    <Dialog
      open
      title={t('messages.snippets.title')}
      onClose={onClose}
      confirm={{ label: t('messages.snippets.confirm'), onConfirm: save }}
    >
      <div className="snippets">
        <p className="muted">{t('messages.snippets.hint')}</p>
        {rows.map(({ id, text }, index) => (
          <div key={id} className="snippet">
            <textarea
              className="input"
              aria-label={t('messages.snippets.one', { number: index + 1 })}
              rows={1}
              maxLength={5000}
              value={text}
              onChange={({ target }) =>
                setRows(rows.map((row) => (row.id === id ? { id, text: target.value } : row)))
              }
            />
            <IconButton
              icon={Trash2}
              label={t('messages.snippets.remove', { number: index + 1 })}
              onClick={() => setRows(rows.filter((row) => row.id !== id))}
            />
          </div>
        ))}
        <Button size="small" onClick={() => setRows([...rows, { id: nextId, text: '' }])}>
          <Plus className="icon-small" aria-hidden="true" />
          {t('messages.snippets.add')}
        </Button>
      </div>
    </Dialog>
  );
}
