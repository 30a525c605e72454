import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '#shared/domain/command/command.ts';
import { MINUTE_MS } from '#shared/domain/duration.ts';
import type { IncidentId } from '#shared/domain/ids.ts';
import type { Page } from '#shared/domain/page/page.ts';
import { severityOf } from '#shared/domain/playbook/lookup.ts';
import { useCommand } from '../../bridge/commands.ts';
import { select } from '../../bridge/view.ts';
import { Button } from '../../ui/Button.tsx';
import { useKey } from '../../ui/keys.ts';
import { PagePlaybook } from './PagePlaybook.tsx';
import { LooksLike } from './LooksLike.tsx';
import type { PickedPlaybook } from './use-picked-playbook.ts';

interface PageActionsProps {
  readonly page: Page;
  readonly shownBy: PickedPlaybook;
}

const RECHECK_MS = 15 * MINUTE_MS;

/** Acknowledge or declare; join an open incident that it looks like, offered and never done silently. */
export function PageActions({ page, shownBy }: PageActionsProps) {
  const { t } = useTranslation();
  const run = useCommand();
  const [recheck, setRecheck] = useState(false);
  const { playbook, picked, pick } = shownBy;
  // The others take the standard response (process document 2.1).
  const declared = playbook !== undefined && severityOf(playbook, page.severity)?.declared === true;

  const take = async (how: { readonly declare?: true; readonly incidentId?: IncidentId }): Promise<void> => {
    const command: Command = {
      type: 'acknowledge',
      pageIds: [page.id],
      ...how,
      ...(picked === undefined ? {} : { playbook: picked }),
      ...(recheck ? { recheckAfterMs: RECHECK_MS } : {}),
    };
    const outcome = await run(command);
    if (outcome.done && outcome.incidentId !== undefined)
      select({ kind: 'incident', incidentId: outcome.incidentId });
  };
  useKey('a', () => void take({}));
  useKey('d', () => void take({ declare: true }), declared);

  return (
    <div className="page-answers">
      <div className="actions">
        <Button onClick={() => void run({ type: 'resolve-page', pageId: page.id })} kind="quiet">
          {t('page.resolve')}
        </Button>
        {declared && (
          <Button hint="d" onClick={() => void take({ declare: true })}>
            {t('action.declare')}
          </Button>
        )}
        <Button kind="primary" hint="a" onClick={() => void take({})}>
          {t('action.acknowledge')}
        </Button>
      </div>
      <label className="page-recheck">
        <input
          type="checkbox"
          className="checkbox"
          checked={recheck}
          onChange={(event) => setRecheck(event.target.checked)}
        />
        {t('page.recheck')}
      </label>
      <PagePlaybook page={page} chosen={picked} onChoose={pick} />
      <LooksLike page={page} onJoin={(incidentId) => void take({ incidentId })} />
    </div>
  );
}
