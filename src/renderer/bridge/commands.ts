import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '#shared/domain/command/command.ts';
import type { IncidentId } from '#shared/domain/ids.ts';
import type { Answer } from '#shared/ipc/contract.ts';
import { useBridge } from './BridgeProvider.tsx';
import { promiseIncident, showNotice } from './view.ts';

type Failure = Extract<Answer<unknown>, { ok: false }>;
export type CommandOutcome =
  | { readonly done: true; readonly incidentId?: IncidentId }
  | { readonly done: false };

/** Says on screen why main could not do something. */
export function useFailureNotice(): (failure: Failure) => void {
  const { t } = useTranslation();
  return useCallback(
    ({ code, detail }: Failure) =>
      showNotice({ text: t(`failure.${code}`), ...(detail === '' ? {} : { detail }) }),
    [t],
  );
}

/** Runs a command; a refusal or a failure is said on screen, the screen itself follows the log. */
export function useCommand(): (command: Command) => Promise<CommandOutcome> {
  const bridge = useBridge();
  const { t } = useTranslation();
  const sayFailure = useFailureNotice();
  return useCallback(
    async (command: Command): Promise<CommandOutcome> => {
      const answer = await bridge.request['command.run'](command);
      if (!answer.ok) {
        sayFailure(answer);
        return { done: false };
      }
      if (!answer.value.ok) {
        showNotice({ text: t(`refusal.${answer.value.refusal}`) });
        return { done: false };
      }
      showNotice(undefined);
      const { incidentId } = answer.value;
      if (incidentId !== undefined) promiseIncident(incidentId);
      return { done: true, ...(incidentId === undefined ? {} : { incidentId }) };
    },
    [bridge, t, sayFailure],
  );
}
