import { Tabs } from '@base-ui/react/tabs';
import { PencilLine } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useEditPlaybook } from '../../../bridge/use-edit-playbook.tsx';
import { answeredCalls, useView } from '../../../bridge/view.ts';
import { loadDrafts, useDrafts } from '../../../db/drafts.ts';
import { Menu } from '../../../ui/Menu.tsx';
import { composablesOf, dueTemplate, furtherTemplates } from './composer-model.ts';
import { MessageEditor } from './MessageEditor.tsx';
import './composer.css';

interface ComposerProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
}

/** The message under the hands. */
interface Picked {
  readonly id: string;
  /** How far the incident was then. */
  readonly stage: 'open' | 'resolved';
  /** A message without a tab of its own has one from when it is opened. */
  readonly opened: string | undefined;
}

/** What to say: filled from the incident, its gaps named, copied with one key. */
export function Composer({ incident, playbook }: ComposerProps) {
  const { t } = useTranslation();
  const calls = useView((view) => view.composerCalls);
  const called = useView((view) => view.composerTemplate) ?? playbook.updates.template;
  const [lookedFor, setLookedFor] = useState(0);
  // What another incident's composer has answered is none of this one's.
  const answered = useRef(answeredCalls());
  const section = useRef<HTMLElement>(null);
  const stage: Picked['stage'] = incident.resolvedAt === undefined ? 'open' : 'resolved';
  const [picked, setPicked] = useState<Picked>();
  const { edit, dialog } = useEditPlaybook(playbook);
  const unsaved = useDrafts((drafts) => drafts.unsaved);
  const opened = picked?.opened;
  const composables = composablesOf(playbook, opened);
  // What was picked or copied stays under the hands until the incident itself has moved on.
  const wanted = picked?.stage === stage ? picked.id : dueTemplate(incident, playbook);
  const current = composables.find(({ id }) => id === wanted) ?? composables[0];

  useEffect(() => void loadDrafts(incident.id), [incident.id]);
  // Called from the tray, a notification or a step: that message is wanted, and its first gap.
  useEffect(() => {
    if (calls === answered.current) return;
    answered.current = calls;
    useView.setState({ composerAnswered: calls });
    setPicked({ id: called, stage, opened: called });
    setLookedFor(calls);
  }, [calls, called, stage]);
  // Once it is drawn, and not a frame later: on a busy machine that frame may still show what was there before.
  useEffect(() => {
    if (lookedFor === 0) return;
    const gap = section.current?.querySelector<HTMLElement>('.composer-fields [data-empty="true"]');
    // With nothing missing, copying is all that is left to do.
    (gap ?? section.current?.querySelector<HTMLElement>('.copy-bar [data-kind="primary"]'))?.focus();
  }, [lookedFor]);

  const pick = (id: string): void => setPicked({ id, stage, opened });
  const further = furtherTemplates(playbook, opened);

  if (current === undefined) return null;
  return (
    <section className="column composer" aria-label={t('composer.label')} ref={section}>
      <Tabs.Root className="composer-tabs" value={current.id} onValueChange={(next) => pick(String(next))}>
        <div className="composer-head">
          <Tabs.List className="tabs-list" aria-label={t('composer.templates')}>
            {composables.map(({ id, title }) => (
              <Tabs.Tab key={id} className="tab" value={id}>
                {title}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {(further.length > 0 || edit !== undefined) && (
            <Menu
              label={t('messages.further')}
              groups={[
                {
                  entries: further.map(({ id, title }) => ({
                    label: title,
                    onSelect: () => setPicked({ id, stage, opened: id }),
                  })),
                },
                {
                  entries:
                    edit === undefined
                      ? []
                      : [
                          {
                            label: t('playbooks.editTemplate'),
                            icon: PencilLine,
                            onSelect: () => edit(current.id),
                          },
                        ],
                },
              ]}
            />
          )}
        </div>
        <Tabs.Panel value={current.id} className="composer-panel">
          <MessageEditor
            key={`${incident.id}/${current.id}`}
            incident={incident}
            playbook={playbook}
            composable={current}
            onCopy={() => pick(current.id)}
          />
        </Tabs.Panel>
      </Tabs.Root>
      {dialog}
      {unsaved && <p className="composer-unsaved secondary">{t('composer.unsaved')}</p>}
    </section>
  );
}
