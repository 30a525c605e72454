import { ArrowDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BlameHint } from '#shared/domain/post-mortem/blameless.ts';
import type { Gap } from '#shared/domain/post-mortem/gaps.ts';
import { Button } from '../../ui/Button.tsx';
import { keyName } from '../../ui/key-list.ts';

interface FindingsProps {
  readonly gaps: readonly Gap[];
  readonly hints: readonly BlameHint[];
  readonly onShow: (place: { readonly start: number; readonly end: number }) => void;
  readonly onNextGap: () => void;
}

/** What the text still lacks, by name, and wordings to look at again. Each leads to its place. */
export function Findings({ gaps, hints, onShow, onNextGap }: FindingsProps) {
  const { t } = useTranslation();
  return (
    <div className="post-mortem-findings">
      <div className="post-mortem-gaps">
        <span className="secondary" role="status">
          {gaps.length === 0 ? t('postMortem.noGaps') : t('postMortem.gaps', { count: gaps.length })}
        </span>
        {gaps.length > 0 && (
          <>
            <Button size="small" onClick={onNextGap} aria-keyshortcuts="Control+J">
              <ArrowDown className="icon-small" aria-hidden="true" />
              {t('postMortem.nextGap')}
              <span className="key-hint" aria-hidden="true">
                {keyName('Mod+j')}
              </span>
            </Button>
            <ul aria-label={t('postMortem.gapsLabel')}>
              {gaps.map((gap) => (
                <li key={gap.start}>
                  <button type="button" className="post-mortem-gap" onClick={() => onShow(gap)}>
                    {gap.label}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {hints.length > 0 && (
        <details className="post-mortem-hints">
          <summary>{t('postMortem.hints', { count: hints.length })}</summary>
          <p className="secondary">{t('postMortem.hintsWhy')}</p>
          <ul>
            {hints.map((hint) => (
              <li key={hint.start}>
                <Button size="small" kind="quiet" onClick={() => onShow(hint)}>
                  {t('postMortem.hint', { line: hint.line, word: hint.word, name: hint.name })}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
