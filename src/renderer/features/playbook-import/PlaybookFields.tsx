import { useTranslation } from 'react-i18next';
import type { ImportChoices } from '#shared/domain/playbook-import/choices.ts';
import type { PlaybookProblem } from '#shared/domain/playbook/problem.ts';
import { Field } from '../../ui/Field.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { SelectInput } from '../../ui/SelectInput.tsx';
import { changeChoices } from './import-store.ts';

const TEXTS = ['title', 'id', 'version', 'timeZone', 'owner'] as const;

/** What the playbook is called; each field with what is wrong with it. */
export function PlaybookFields({
  choices,
  problems,
}: {
  readonly choices: ImportChoices;
  readonly problems: readonly PlaybookProblem[];
}) {
  const { t } = useTranslation();
  const say = useProblemText();
  const wrongWith = (name: string): string | undefined => {
    const problem = problems.find(({ path }) => path === name);
    return problem && say(problem.cause);
  };
  return (
    <section aria-labelledby="import-about">
      <h2 id="import-about">{t('importing.about')}</h2>
      <div className="import-fields">
        {TEXTS.map((name) => (
          <Field
            key={name}
            label={t(`importing.fields.${name}`)}
            hint={name === 'id' ? t('importing.idHint') : undefined}
            error={wrongWith(name)}
          >
            {(ids) => (
              <input
                {...ids}
                className="input"
                value={choices[name]}
                onChange={(event) => changeChoices({ [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Field label={t('importing.fields.language')}>
          {(ids) => (
            <SelectInput
              {...ids}
              value={choices.language}
              onChange={(event) => changeChoices({ language: event.target.value === 'ko' ? 'ko' : 'en' })}
            >
              <option value="en">{t('settings.languages.en')}</option>
              <option value="ko">{t('settings.languages.ko')}</option>
            </SelectInput>
          )}
        </Field>
      </div>
    </section>
  );
}
