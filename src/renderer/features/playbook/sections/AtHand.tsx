import { useTranslation } from 'react-i18next';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import type { PlaybookCommand } from '#shared/domain/playbook/schema-process.ts';
import { CopyButton } from '../../../bridge/CopyButton.tsx';

/** What is reached for first (process document 9). */
export function QuickReference({ playbook }: { readonly playbook: Playbook }) {
  const { t } = useTranslation();
  return (
    <>
      <ol className="quick-reference rows">
        {playbook.quickReference.items.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ol>
      <p className="secondary">{t('playbook.forOpen')}</p>
    </>
  );
}

export function Contacts({ playbook }: { readonly playbook: Playbook }) {
  const { t } = useTranslation();
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('playbook.role')}</th>
          <th scope="col">{t('playbook.who')}</th>
          <th scope="col">{t('playbook.how')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('action.copy')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {playbook.contacts.map(({ id, role, who, how }) => (
          <tr key={id ?? role}>
            <td>{role}</td>
            <td>
              <strong>{who}</strong>
            </td>
            <td>{how}</td>
            <td className="table-action">
              <CopyButton
                label={t('action.copy')}
                about={t('book.copyContact', { role })}
                text={`${who} ${how}`}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Commands({ playbook }: { readonly playbook: Playbook }) {
  return (
    <ul className="commands">
      {playbook.commands?.map((command) => (
        <li key={command.id}>
          <Command command={command} />
        </li>
      ))}
    </ul>
  );
}

interface CommandProps {
  readonly command: PlaybookCommand;
  /** Without its title, where the text above says what it does. */
  readonly bare?: boolean;
}

/** A command as it stands in the playbook: outside an incident nothing is known to fill it with. */
export function Command({ command, bare = false }: CommandProps) {
  const { t } = useTranslation();
  const { title, command: text, variables = [] } = command;
  const copy = <CopyButton label={t('action.copy')} about={title} text={text} />;
  return (
    <div className="command" {...(bare ? { 'data-bare': '' } : {})}>
      {!bare && (
        <div className="command-head">
          <h3>{title}</h3>
          {copy}
        </div>
      )}
      <pre className="code">{text}</pre>
      {bare && copy}
      {variables.length > 0 && (
        <p className="secondary">
          {t('book.variable', { names: variables.map(({ id, label }) => `{${id}} (${label})`).join(', ') })}
        </p>
      )}
    </div>
  );
}
