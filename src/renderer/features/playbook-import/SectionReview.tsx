import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportChoices } from '#shared/domain/playbook-import/choices.ts';
import type { ImportFinding, LeftOutFinding, ReportSection } from '#shared/domain/playbook-import/report.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { Drawing } from './Drawing.tsx';
import { TakenPart } from './TakenPart.tsx';

interface SectionReviewProps {
  readonly section: ReportSection;
  readonly choices: ImportChoices;
  readonly base: Playbook;
  readonly zeroBased: boolean;
}

/** One section of the document, with what becomes of each of its blocks. */
export const SectionReview = memo(function SectionReview({ section, ...rest }: SectionReviewProps) {
  const { t } = useTranslation();
  const { title, line, inFence, findings } = section;
  return (
    <li className="import-section">
      <h3 data-section={section.id} tabIndex={-1}>
        {title === '' ? t('importing.beforeHeadings') : title}
        <span className="import-line">
          {t('importing.atLine', { line })}
          {inFence && `, ${t('importing.inFence')}`}
        </span>
      </h3>
      {findings.map((finding) => (
        <Finding key={finding.id} finding={finding} {...rest} />
      ))}
    </li>
  );
});

interface FindingProps extends Omit<SectionReviewProps, 'section'> {
  readonly finding: ImportFinding;
}

function Finding({ finding, choices, base, zeroBased }: FindingProps) {
  const isTaken = !choices.leftOut.has(finding.id);
  switch (finding.outcome) {
    case 'taken':
      return <TakenPart finding={finding} isTaken={isTaken} />;
    case 'for-a-person':
      return (
        <Drawing
          finding={finding}
          isTaken={isTaken}
          answers={choices.answers}
          base={base}
          zeroBased={zeroBased}
        />
      );
    case 'left-out':
      return <LeftOut finding={finding} />;
  }
}

function LeftOut({ finding: { why, excerpt } }: { readonly finding: LeftOutFinding }) {
  const { t } = useTranslation();
  return (
    <div className="import-finding" data-outcome="left-out">
      <p>
        <strong>{t('importing.leftOut')}</strong>{' '}
        {t(`importing.leftOutWhy.${why}`, { count: Number(excerpt) || 0 })}
      </p>
      {why !== 'no-text' && why !== 'too-long' && <p className="import-excerpt">{excerpt}</p>}
    </div>
  );
}
