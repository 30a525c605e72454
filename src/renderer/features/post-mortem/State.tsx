import { useTranslation } from 'react-i18next';
import { DOCUMENT_TEXT_LIMIT } from '#shared/domain/command/limits.ts';
import type { PostMortemVersion } from '#shared/domain/post-mortem/versions.ts';
import { useDrafts } from '../../db/drafts.ts';
import { fullTime } from '../../ui/format.ts';
import { useLanguage } from '../../ui/language.ts';
import type { PostMortem } from './use-post-mortem.ts';

interface StateProps {
  readonly written: PostMortem;
  readonly timeZone: string;
}

/** What the text is, and whether it is kept: one quiet line. */
export function State({ written, timeZone }: StateProps) {
  const { t } = useTranslation();
  const inMemory = useDrafts((drafts) => drafts.unsaved);
  const words = useVersionWords(timeZone);
  const { newest, newer, unsaved, text } = written;
  return (
    <div className="post-mortem-state" role="status">
      <p className="secondary">
        {newest === undefined ? t('postMortem.fromLog') : words(newest)}
        {unsaved && (
          <>
            {' · '}
            <strong>{t('postMortem.unsaved')}</strong> {t(inMemory ? 'composer.unsaved' : 'postMortem.kept')}
          </>
        )}
      </p>
      {newer !== undefined && (
        <p className="secondary">
          <strong>{t('postMortem.newer', { version: words(newer) })}</strong> {t('postMortem.newerHint')}
        </p>
      )}
      {text.length > DOCUMENT_TEXT_LIMIT && (
        <p className="field-error">
          {t('postMortem.tooLong', { count: text.length, limit: DOCUMENT_TEXT_LIMIT })}
        </p>
      )}
    </div>
  );
}

/** A version in one line: its number, when, by whom. */
export function useVersionWords(timeZone: string): (version: PostMortemVersion) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return ({ number, at, by }) =>
    t('postMortem.version', { number, name: by, time: fullTime(at, timeZone, language) });
}
