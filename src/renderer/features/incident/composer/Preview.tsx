import type { TFunction } from 'i18next';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/domain/assert-never.ts';
import type { LengthWarning } from '#shared/domain/message/length.ts';
import { Button } from '../../../ui/Button.tsx';
import { MessageLines } from './MessageLines.tsx';
import type { Copying } from './use-copying.ts';
import type { Message } from './use-message.ts';
import { textKey, type Written, type WrittenPart } from './write-message.ts';
import './preview.css';

interface PreviewProps {
  readonly written: Written;
  readonly message: Message;
  readonly copying: Copying;
  /** Two languages are shown, each with its own button. */
  readonly isBeside: boolean;
}

/** The message as it will look, or the text a person has written in its place. */
export function Preview({ written, message, copying, isBeside }: PreviewProps) {
  const { t } = useTranslation();
  const { parts, language } = written;
  const label = t(`settings.languages.${language}`);
  return (
    <section
      className="preview"
      lang={language}
      aria-label={isBeside ? `${t('composer.preview')}: ${label}` : t('composer.preview')}
    >
      {isBeside && (
        <div className="preview-head">
          <h3>{label}</h3>
          <Button size="small" onClick={() => copying.ask(written)}>
            {t('messages.copyIn', { language: label })}
          </Button>
        </div>
      )}
      {parts.some(({ edited }) => edited) && <p className="secondary">{t('messages.editing')}</p>}
      {parts.map((part) => (
        <div key={part.name} className="preview-piece">
          {parts.length > 1 && (
            <div className="preview-head">
              <span className="secondary">{t(`messages.part.${part.name}`)}</span>
              <Button kind="quiet" size="small" onClick={() => copying.ask(written, part.name)}>
                {t(`messages.copyPart.${part.name}`)}
              </Button>
            </div>
          )}
          <PartText part={part} written={written} message={message} />
          <p className="preview-warning" role="status">
            {part.warning !== undefined && <Warning warning={part.warning} />}
          </p>
        </div>
      ))}
    </section>
  );
}

function PartText({
  part,
  written,
  message,
}: {
  readonly part: WrittenPart;
  readonly written: Written;
  readonly message: Message;
}) {
  const { t } = useTranslation();
  const key = textKey(written.language, message.form, part.name);
  const text = message.draft?.[key];
  if (part.edited && typeof text === 'string') {
    return (
      <textarea
        className="input preview-text"
        aria-label={t(`messages.part.${part.name}`)}
        rows={1}
        value={text}
        onChange={(event) => message.save(key, event.target.value)}
      />
    );
  }
  const plain = message.form === 'plain' || message.form === 'status-page';
  return (
    <div className="preview-part">
      <MessageLines message={part.message} plain={plain} />
    </div>
  );
}

function Warning({ warning }: { readonly warning: LengthWarning }) {
  const { t } = useTranslation();
  return (
    <>
      <TriangleAlert className="icon-small" aria-hidden="true" />
      <span>{warningText(t, warning)}</span>
    </>
  );
}

function warningText(t: TFunction, warning: LengthWarning): string {
  switch (warning.kind) {
    case 'split':
      return t('messages.slackSplit', { length: figure(warning.length) });
    case 'cut':
      return t('messages.slackCut', {
        length: figure(warning.length),
        cut: figure(warning.cut),
        from: warning.from,
      });
    case 'line':
      return t('messages.lineCut', { rest: warning.rest });
    default:
      return assertNever(warning);
  }
}

function figure(count: number): string {
  return count.toLocaleString('en');
}
