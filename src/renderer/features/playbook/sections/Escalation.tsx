import { useTranslation } from 'react-i18next';
import type { Playbook } from '#shared/domain/playbook/schema.ts';

/** The ladder: who is called in, and by what (process document 3.3). */
export function Escalation({ playbook }: { readonly playbook: Playbook }) {
  const { t } = useTranslation();
  const { escalation, contacts, templates } = playbook;
  const template = templates.find(({ id }) => id === escalation?.template)?.title;
  return (
    <>
      <ol className="ladder">
        {escalation?.levels.map(({ id, title, contact, calledWhen }, index) => {
          const reached = contacts.find((each) => each.id !== undefined && each.id === contact);
          return (
            <li key={id} className="ladder-level">
              <span className="ladder-rung figures" aria-hidden="true">
                {index + 1}
              </span>
              <div className="ladder-text">
                <h3>
                  <span className="visually-hidden">{t('book.level', { level: index + 1 })}: </span>
                  {title}
                </h3>
                {reached !== undefined && (
                  <p className="secondary">
                    {reached.who} · {reached.how}
                  </p>
                )}
                {calledWhen.length === 0 ? (
                  <p className="secondary">{t(index === 0 ? 'book.firstCalled' : 'book.never')}</p>
                ) : (
                  <p>
                    <span className="muted">{t('book.calledWhen')}: </span>
                    {calledWhen.map(({ text }) => text).join(` ${t('book.orWhen')} `)}
                  </p>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      {template !== undefined && <p className="secondary">{t('book.by', { template })}</p>}
    </>
  );
}
