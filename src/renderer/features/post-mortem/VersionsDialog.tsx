import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { differenceOf } from '#shared/domain/post-mortem/difference.ts';
import type { PostMortemVersion } from '#shared/domain/post-mortem/versions.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Markdown } from '../../ui/Markdown.tsx';
import { useVersionWords } from './State.tsx';
import type { PostMortem } from './use-post-mortem.ts';

interface VersionsDialogProps {
  readonly written: PostMortem;
  readonly versions: readonly PostMortemVersion[];
  readonly timeZone: string;
  readonly onClose: () => void;
}

/** Every version that was saved: looked at, compared with the text on the screen, restored. */
export function VersionsDialog({ written, versions, timeZone, onClose }: VersionsDialogProps) {
  const { t } = useTranslation();
  const words = useVersionWords(timeZone);
  const [shown, setShown] = useState<{
    readonly version: PostMortemVersion;
    readonly how: 'look' | 'compare';
  }>();
  const imageWords = useMemo(() => (alt: string) => t('postMortem.image', { text: alt }), [t]);
  return (
    <Dialog open wide title={t('postMortem.versions')} onClose={onClose}>
      {versions.length === 0 && <p className="muted">{t('postMortem.versionsNone')}</p>}
      <ul className="rows post-mortem-versions">
        {versions.map((version) => (
          <li key={version.eventId}>
            <span>{words(version)}</span>
            {version.redacted ? (
              <span className="secondary">{t('postMortem.blanked')}</span>
            ) : (
              <span className="actions">
                <Button
                  size="small"
                  aria-label={t('postMortem.look', { number: version.number })}
                  onClick={() => setShown({ version, how: 'look' })}
                >
                  {t('postMortem.lookShort')}
                </Button>
                <Button
                  size="small"
                  aria-label={t('postMortem.compare', { number: version.number })}
                  onClick={() => setShown({ version, how: 'compare' })}
                >
                  {t('postMortem.compareShort')}
                </Button>
                <Button
                  size="small"
                  aria-label={t('postMortem.restore', { number: version.number })}
                  onClick={() => {
                    written.restore(version.text, version.language);
                    onClose();
                  }}
                >
                  {t('postMortem.restoreShort')}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {shown !== undefined && (
        <section className="post-mortem-shown" aria-label={words(shown.version)} tabIndex={0}>
          {shown.how === 'look' ? (
            <Markdown
              text={shown.version.text}
              imageWords={imageWords}
              literalWords={t('postMortem.literal')}
            />
          ) : (
            <Difference before={shown.version.text} after={written.text} />
          )}
        </section>
      )}
    </Dialog>
  );
}

const SIGNS = { kept: '  ', removed: '- ', added: '+ ' } as const;

/** Line by line; a sign and a word say which is which, not a colour. */
function Difference({ before, after }: { readonly before: string; readonly after: string }) {
  const { t } = useTranslation();
  const { stretches, isCoarse } = useMemo(() => differenceOf(before, after), [before, after]);
  if (before === after) return <p className="muted">{t('postMortem.same')}</p>;
  return (
    <>
      {isCoarse && <p className="muted">{t('postMortem.coarse')}</p>}
      <pre className="post-mortem-difference">
        {stretches.map(({ kind, lines }, index) => {
          const text = lines.map((line) => `${SIGNS[kind]}${line}\n`).join('');
          if (kind === 'kept') return <span key={index}>{text}</span>;
          const Change = kind === 'added' ? 'ins' : 'del';
          return (
            <Change key={index}>
              <span className="visually-hidden">{t(`postMortem.${kind}`)} </span>
              {text}
            </Change>
          );
        })}
      </pre>
    </>
  );
}
