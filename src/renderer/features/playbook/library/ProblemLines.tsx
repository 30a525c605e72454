import { useTranslation } from 'react-i18next';
import type { PlaybookProblem } from '#shared/domain/playbook/problem.ts';
import { useProblemText } from '../../../ui/problem-text.ts';

/** As many as say what kind of trouble it is; the rest is counted. */
const SHOWN = 3;

/** What is wrong with a file, and where. */
export function ProblemLines({ problems }: { readonly problems: readonly PlaybookProblem[] }) {
  const { t } = useTranslation();
  const say = useProblemText();
  const more = problems.length - SHOWN;
  return (
    <>
      <ul className="library-problems">
        {problems.slice(0, SHOWN).map(({ line, column, path, cause }, index) => (
          <li key={`${index} ${path} ${cause.code}`}>
            <span className="secondary figures">{t('playbooks.problemAt', { line, column })}</span>{' '}
            {path !== '' && <code>{path}</code>} {say(cause)}
          </li>
        ))}
      </ul>
      {more > 0 && <p className="secondary">{t('playbooks.more', { count: more })}</p>}
    </>
  );
}
