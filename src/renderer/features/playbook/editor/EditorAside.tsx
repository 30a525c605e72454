import { useTranslation } from 'react-i18next';
import type { PlaybookProblem } from '#shared/domain/playbook/problem.ts';
import type { TemplatePlace } from '#shared/domain/playbook/templates-in.ts';
import { isMac } from '../../../ui/platform.ts';
import { useProblemText } from '../../../ui/problem-text.ts';

interface EditorAsideProps {
  /** Undefined until the first check. */
  readonly problems: readonly PlaybookProblem[] | undefined;
  readonly templates: readonly TemplatePlace[];
  readonly onProblem: (problem: PlaybookProblem) => void;
  readonly onTemplate: (template: TemplatePlace) => void;
}

/** What is wrong, and where the messages are: each leads to its place in the text. */
export function EditorAside({ problems, templates, onProblem, onTemplate }: EditorAsideProps) {
  const { t } = useTranslation();
  const say = useProblemText();
  return (
    <div className="editor-aside" tabIndex={0} role="region" aria-label={t('playbooks.editor.problems')}>
      <h2>{t('playbooks.editor.problems')}</h2>
      <p className="secondary" role="status">
        {problems === undefined && t('playbooks.editor.checking')}
        {problems?.length === 0 && t('playbooks.editor.noProblems')}
        {problems !== undefined && problems.length > 0 && t('playbooks.problems', { count: problems.length })}
      </p>
      <ul className="editor-places">
        {problems?.map((problem, index) => (
          <li key={`${index}-${problem.cause.code}`}>
            <button type="button" className="editor-place" onClick={() => onProblem(problem)}>
              <span className="secondary figures">
                {t('playbooks.problemAt', { line: problem.line, column: problem.column })}
              </span>
              <span>
                {problem.path !== '' && <code>{problem.path}</code>} {say(problem.cause)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <h2>{t('playbooks.editor.templates')}</h2>
      <ul className="editor-places">
        {templates.map((template) => (
          <li key={template.offset}>
            <button type="button" className="editor-place" onClick={() => onTemplate(template)}>
              <code>{template.id}</code>
            </button>
          </li>
        ))}
      </ul>
      <p className="secondary">{t('playbooks.editor.keys', { indent: isMac() ? '⌘]' : 'Ctrl+]' })}</p>
    </div>
  );
}
