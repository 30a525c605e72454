import { TextQuote } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldValue } from '#shared/domain/event/payloads.ts';
import { useChangeSettings } from '../../../bridge/settings.ts';
import { useSnapshot } from '../../../bridge/snapshot.ts';
import { Menu } from '../../../ui/Menu.tsx';
import { type FilledField, isEmpty } from './composer-model.ts';
import { SnippetsDialog } from './SnippetsDialog.tsx';
import { fieldText, snippetName, withSnippet } from './snippets.ts';

interface SnippetMenuProps {
  readonly target: FilledField | undefined;
  readonly fieldsBox: RefObject<HTMLElement | null>;
  readonly onInsert: (field: string, value: FieldValue) => void;
}

/** A person's own texts: put one into the field last worked in, keep what stands there as one, edit them. */
export function SnippetMenu({ target, fieldsBox, onInsert }: SnippetMenuProps) {
  const { t } = useTranslation();
  const { settings } = useSnapshot();
  const change = useChangeSettings();
  const [editing, setEditing] = useState(false);
  const { snippets } = settings;
  const label = target?.field.label ?? '';
  const text = target === undefined ? '' : fieldText(target.value).trim();
  const insert = (snippet: string): void => {
    if (target === undefined) return;
    const input = [...(fieldsBox.current?.querySelectorAll<HTMLElement>('[data-field]') ?? [])].find(
      (each) => each.dataset['field'] === target.field.id,
    );
    onInsert(target.field.id, withSnippet(target, snippet, selectionIn(input)));
  };
  return (
    <>
      <Menu
        label={t('messages.snippets.label')}
        icon={TextQuote}
        groups={[
          {
            label:
              target === undefined
                ? t('messages.snippets.none')
                : t('messages.snippets.into', { field: label }),
            entries:
              target === undefined
                ? []
                : snippets.map((snippet) => ({
                    label: snippetName(snippet),
                    onSelect: () => insert(snippet),
                  })),
          },
          {
            entries: [
              ...(target === undefined || isEmpty(target.value) || snippets.includes(text)
                ? []
                : [
                    {
                      label: t('messages.snippets.save', { field: label }),
                      onSelect: () => void change({ snippets: [...snippets, text] }),
                    },
                  ]),
              { label: t('messages.snippets.edit'), onSelect: () => setEditing(true) },
            ],
          },
        ]}
      />
      {editing && <SnippetsDialog snippets={snippets} onClose={() => setEditing(false)} />}
    </>
  );
}

/** What is selected in an input that was worked in; an input nobody has been in has its cursor nowhere. */
function selectionIn(input: HTMLElement | undefined): { start: number; end: number } | undefined {
  if (!(input instanceof HTMLTextAreaElement || input instanceof HTMLInputElement)) return undefined;
  const { selectionStart: start, selectionEnd: end } = input;
  return start === null || end === null || start === end ? undefined : { start, end };
}
