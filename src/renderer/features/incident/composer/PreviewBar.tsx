import { PencilLine, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { Segments } from '../../../ui/Segments.tsx';
import type { Message } from './use-message.ts';
import { textKey } from './write-message.ts';

/** Which language is shown and copied: the playbook's as on screen, the other edition's, or both beside each other. */
export type Shown = 'own' | 'other' | 'both';

interface PreviewBarProps {
  readonly message: Message;
  readonly shown: Shown;
  readonly onShown: (shown: Shown) => void;
  /** There is room for both. */
  readonly both: boolean;
  readonly children: ReactNode;
}

/** What can be done with the text before it is copied. */
export function PreviewBar({ message, shown, onShown, both, children }: PreviewBarProps) {
  const { t } = useTranslation();
  const { own, other, form, save } = message;
  const written = shown === 'other' && other !== undefined ? other : own;
  const edited = written.parts.some((part) => part.edited);
  const setTexts = (texts: 'generated' | 'written'): void => {
    for (const { name, text } of written.parts)
      save(textKey(written.language, form, name), texts === 'written' ? text : undefined);
  };
  const languages = [
    { value: 'own' as const, label: t(`settings.languages.${own.language}`) },
    ...(other === undefined
      ? []
      : [{ value: 'other' as const, label: t(`settings.languages.${other.language}`) }]),
    ...(both ? [{ value: 'both' as const, label: t('messages.both') }] : []),
  ];
  const Icon = edited ? RotateCcw : PencilLine;
  return (
    <div className="preview-bar">
      {other !== undefined && (
        <Segments label={t('messages.language')} value={shown} options={languages} onChange={onShown} />
      )}
      <div className="preview-tools">
        {!edited && children}
        <Button kind="quiet" size="small" onClick={() => setTexts(edited ? 'generated' : 'written')}>
          <Icon className="icon-small" aria-hidden="true" />
          {t(edited ? 'messages.generated' : 'messages.edit')}
        </Button>
      </div>
    </div>
  );
}
