import { useTranslation } from 'react-i18next';
import { originOf } from '#shared/domain/playbook-import/write-draft.ts';
import { Button } from '../../ui/Button.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import type { Draft } from './use-draft.ts';

/** What keeps the draft from being a playbook, each with the section that it came from. */
export function Problems({ draft: { problems, origins } }: { readonly draft: Draft }) {
  const { t } = useTranslation();
  const say = useProblemText();
  if (problems.length === 0) return null;
  return (
    <section aria-labelledby="import-problems">
      <h2 id="import-problems">{t('importing.problemsTitle')}</h2>
      <ul className="import-problems">
        {problems.slice(0, SHOWN).map(({ path, cause }, index) => {
          const origin = originOf(path, origins);
          return (
            <li key={`${index} ${path} ${cause.code}`}>
              <code>{path}</code> {say(cause)}
              {origin !== undefined && (
                <Button size="small" onClick={() => goToLine(origin.finding)}>
                  {t('importing.toSection', { line: origin.line })}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
const SHOWN = 30;

/** To the finding's own section: its heading takes the focus. */
function goToLine(finding: string): void {
  const heading = document.querySelector<HTMLElement>(
    `[data-section="${CSS.escape(finding.split('.')[0] ?? '')}"]`,
  );
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'start' });
}
