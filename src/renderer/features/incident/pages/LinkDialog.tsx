import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '#shared/domain/ids.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { isWorse, type Severity } from '#shared/domain/severity.ts';
import { useCurrentPlaybook } from '../../../db/current-playbook.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { durationWords, timeOfDay } from '../../../ui/format.ts';
import { useLanguage } from '../../../ui/language.ts';
import { clockNow } from '../../../ui/ticker.ts';
import { type Going, matching, useCandidates } from './candidates.ts';
import { IncidentPicker } from './IncidentPicker.tsx';
import './pages.css';

interface LinkDialogProps {
  readonly title: string;
  readonly confirm: string;
  /** What will come of it, whichever is picked. */
  readonly children: ReactNode;
  readonly going: Going & {
    readonly severity: Severity;
    readonly detectedAt: Instant;
    /** Its channel, where it was declared. */
    readonly channel?: string | undefined;
  };
  readonly onClose: () => void;
  readonly onConfirm: (into: Incident, countFromEarliest: boolean) => void;
}

/** Asks which incident takes it, and says what that will mean for it before it is done. */
export function LinkDialog({ title, confirm, children, going, onClose, onConfirm }: LinkDialogProps) {
  const candidates = useCandidates(going);
  const [typed, setTyped] = useState('');
  const [pickedId, setPickedId] = useState<string>();
  const [counts, setCounts] = useState(false);
  const shown = matching(candidates, typed);
  const picked = shown.find(({ id }) => id === pickedId) ?? (shown.length === 1 ? shown[0] : undefined);
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      confirm={{
        label: confirm,
        disabled: picked === undefined,
        onConfirm: () => {
          if (picked !== undefined) onConfirm(picked, counts);
        },
      }}
    >
      <div className="link-body">{children}</div>
      <IncidentPicker
        candidates={candidates}
        shown={shown}
        typed={typed}
        picked={picked}
        onType={setTyped}
        onPick={({ id }) => setPickedId(id)}
      />
      {picked !== undefined && (
        <Consequences into={picked} going={going} counts={counts} onCount={setCounts} />
      )}
    </Dialog>
  );
}

interface ConsequencesProps extends Pick<LinkDialogProps, 'going'> {
  readonly into: Incident;
  readonly counts: boolean;
  readonly onCount: (counts: boolean) => void;
}

/** What stays as it is in the incident that takes it, though this one says otherwise. */
function Consequences({ into, going, counts, onCount }: ConsequencesProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const timeZone = useCurrentPlaybook()?.timeZone ?? 'UTC';
  const earlier = into.detectedAt - going.detectedAt;
  return (
    <div className="link-body" aria-live="polite">
      {isWorse(going.severity, into.severity) && (
        <p>{t('several.worse', { severity: into.severity, worse: going.severity })}</p>
      )}
      {going.channel !== undefined && into.declaredAt === undefined && (
        <p>{t('several.undeclared', { channel: going.channel })}</p>
      )}
      {earlier > 0 && (
        <label className="link-count">
          <input
            type="checkbox"
            className="checkbox"
            checked={counts}
            onChange={(event) => onCount(event.target.checked)}
          />
          {t('several.countFrom', {
            time: timeOfDay(going.detectedAt, timeZone, language, clockNow()),
            duration: durationWords(t, earlier),
          })}
        </label>
      )}
    </div>
  );
}
