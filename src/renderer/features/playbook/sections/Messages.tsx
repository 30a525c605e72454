import { useTranslation } from 'react-i18next';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useEditPlaybook } from '../../../bridge/use-edit-playbook.tsx';
import { Button } from '../../../ui/Button.tsx';
import { SeverityBadges } from '../SeverityBadges.tsx';
import { TemplateText } from '../TemplateText.tsx';

interface PartProps {
  readonly playbook: Playbook;
}

/** Where messages go, and who reads them (process document 4.1). */
export function Channels({ playbook }: PartProps) {
  const { t } = useTranslation();
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('playbook.channel')}</th>
          <th scope="col">{t('playbook.purpose')}</th>
          <th scope="col">{t('playbook.audience')}</th>
          <th scope="col">{t('book.form')}</th>
          <th scope="col">{t('book.severity')}</th>
        </tr>
      </thead>
      <tbody>
        {playbook.channels.map(({ id, name, purpose, audience, form = 'slack', severities }) => (
          <tr key={id}>
            <td>
              <strong>{name}</strong>
            </td>
            <td>{purpose}</td>
            <td>{audience}</td>
            <td>{t(`book.forms.${form}`)}</td>
            <td>
              {severities === undefined ? (
                <span className="muted">{t('book.everySeverity')}</span>
              ) : (
                <SeverityBadges severities={severities} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Messages with their blanks named (4.2). They are filled and copied in an incident. */
export function Templates({ playbook }: PartProps) {
  const { t } = useTranslation();
  const { edit, dialog } = useEditPlaybook(playbook);
  return (
    <>
      <ul className="templates">
        {playbook.templates.map(({ id, title, kind, channels, fields, body }) => (
          <li key={id} className="card">
            <div className="template-head">
              <h3>{title}</h3>
              <p className="secondary">{t(`book.kinds.${kind}`)}</p>
            </div>
            <p className="secondary">
              {t('book.goesTo')}: {channels.map((channel) => nameOf(playbook, channel)).join(', ')}
            </p>
            <TemplateText text={body} fields={fields} />
            {edit !== undefined && (
              <div className="actions">
                <Button
                  size="small"
                  kind="quiet"
                  aria-label={t('playbooks.editTemplateOf', { title })}
                  onClick={() => edit(id)}
                >
                  {t('playbooks.edit')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {dialog}
    </>
  );
}

function nameOf(playbook: Playbook, channel: string): string {
  return playbook.channels.find(({ id }) => id === channel)?.name ?? channel;
}

/** The states of the public page (4.3). Their colours are that page's, so here they are words. */
export function StatusPage({ playbook }: PartProps) {
  const { t } = useTranslation();
  const { states, fields } = playbook.statusPage;
  return (
    <ul className="cards">
      {states.map(({ id, label, title, message, colour }) => (
        <li key={id} className="card">
          <h3>{label}</h3>
          <p className="secondary">{t('book.colour', { colour: t(`composer.colour.${colour}`) })}</p>
          <TemplateText text={`**${title}**\n${message}`} fields={fields} />
        </li>
      ))}
    </ul>
  );
}
