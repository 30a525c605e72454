import { useTranslation } from 'react-i18next';
import type { Playbook, PlaybookSeverity } from '#shared/domain/playbook/schema.ts';
import { durationWords } from '../../../ui/format.ts';
import { SeverityBadge } from '../../../ui/SeverityBadge.tsx';
import { deadlineWords } from '../deadline-words.ts';

/** The matrix (process document 1.2), then by what to tell severities apart (1.1, 1.3). */
export function Severities({ playbook }: { readonly playbook: Playbook }) {
  const { t } = useTranslation();
  return (
    <>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('book.severity')}</th>
            <th scope="col">{t('playbook.scope')}</th>
            <th scope="col">{t('playbook.impact')}</th>
            <th scope="col">{t('playbook.response')}</th>
            <th scope="col">{t('playbook.resolution')}</th>
          </tr>
        </thead>
        <tbody>
          {playbook.severities.map((severity) => (
            <tr key={severity.id}>
              <SeverityHead severity={severity} />
              <td>{severity.scope}</td>
              <td>{severity.impact}</td>
              <td>{severity.responseTarget}</td>
              <td>{severity.resolutionTarget}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('book.severity')}</th>
            <th scope="col">{t('playbook.characteristics')}</th>
            <th scope="col">{t('playbook.examples')}</th>
          </tr>
        </thead>
        <tbody>
          {playbook.severities.map((severity) => (
            <tr key={severity.id}>
              <SeverityHead severity={severity} />
              <td>
                <Lines texts={severity.characteristics} />
              </td>
              <td>
                <Lines texts={severity.examples} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function SeverityHead({ severity }: { readonly severity: PlaybookSeverity }) {
  return (
    <th scope="row" className="severity-head">
      <SeverityBadge severity={severity.id} />
      <span>{severity.name}</span>
    </th>
  );
}

function Lines({ texts }: { readonly texts: readonly string[] }) {
  return (
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

/** Deadlines by severity, from detection (2.2); a milestone a row, so that it fits a narrow window. */
export function Timeline({ playbook }: { readonly playbook: Playbook }) {
  const { t } = useTranslation();
  const { milestones, severities, updates } = playbook;
  return (
    <>
      <p className="secondary">
        {t('book.fromDetection')} {t('book.updatesEvery', { every: durationWords(t, updates.every) })}
      </p>
      <table className="table timeline-table">
        <thead>
          <tr>
            <th scope="col">{t('book.milestone')}</th>
            {severities.map(({ id }) => (
              <th key={id} scope="col">
                <SeverityBadge severity={id} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {milestones.map(({ id, title, marks }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              {severities.map((severity) => (
                <td key={severity.id}>
                  <Due deadline={severity.deadlines[id]} isStart={marks === 'detection'} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

interface DueProps {
  readonly deadline: PlaybookSeverity['deadlines'][string] | undefined;
  readonly isStart: boolean;
}

function Due({ deadline, isStart }: DueProps) {
  const { t } = useTranslation();
  if (isStart) return <span className="figures">T+0</span>;
  if (deadline === undefined) {
    return (
      <span className="muted">
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{t('book.notAsked')}</span>
      </span>
    );
  }
  const { due, lateAfter } = deadline;
  return (
    <>
      {due === 0 ? t('playbook.atOnce') : deadlineWords(t, due)}
      {lateAfter > due && (
        <span className="secondary due-late">
          {t('book.lateAfter', { time: durationWords(t, lateAfter) })}
        </span>
      )}
    </>
  );
}
