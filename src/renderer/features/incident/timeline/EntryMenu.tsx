import { Ellipsis, Eraser, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isKnown, type KnownEvent, type TplusEvent } from '#shared/domain/event/event.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { Menu } from '../../../ui/Menu.tsx';
import { RedactDialog } from './RedactDialog.tsx';

/** Steps a person took, which a person can take back. */
const UNDOABLE = new Set([
  'incident.severity-changed',
  'incident.retitled',
  'incident.playbook-changed',
  'checklist.ticked',
  'checklist.unticked',
  'role.assigned',
  'incident.flagged',
  'incident.escalated',
  'incident.step-entered',
  'incident.reopened',
  'note.added',
  'message.copied',
  'post-mortem.saved',
  'action.added',
  'action.changed',
  'page.acknowledged',
  'page.unlinked',
  'incident.merged',
  'incident.absorbed',
]);

interface EntryMenuProps {
  readonly event: TplusEvent;
  readonly undone: boolean;
  /** Of the timeline that it stands in. */
  readonly events: readonly TplusEvent[];
  readonly timeZone: string;
}

/**
 * What can be done about an entry. A plain button until it is pressed: a menu for each of a thousand
 * entries was most of the time that a long timeline took to open.
 */
export function EntryMenu(props: EntryMenuProps) {
  const { event } = props;
  const { t } = useTranslation();
  const [pressed, setPressed] = useState(false);
  if (!isKnown(event) || event.type.startsWith('event.') || event.type === 'playbook.logged') return null;
  return (
    <div className="timeline-menu">
      {pressed ? (
        <PressedMenu {...props} event={event} />
      ) : (
        <button
          type="button"
          className="icon-button"
          aria-label={t('timeline.entryMenu')}
          aria-haspopup="menu"
          aria-expanded={false}
          onClick={() => setPressed(true)}
        >
          <Ellipsis className="icon" aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

function PressedMenu({ event, undone, events, timeZone }: EntryMenuProps & { readonly event: KnownEvent }) {
  const { t } = useTranslation();
  const run = useCommand();
  const [asking, setAsking] = useState(false);
  const isStep =
    UNDOABLE.has(event.type) ||
    // One page of a merge goes back with the merge.
    (event.type === 'page.linked' && event.payload.merge !== true) ||
    (event.type === 'incident.milestone-met' && event.payload.marks !== 'acknowledgement');
  const undo = {
    label: t('action.undo'),
    icon: Undo2,
    onSelect: () => void run({ type: 'undo', eventId: event.id }),
  };
  const redact = { label: t('timeline.redact'), icon: Eraser, onSelect: () => setAsking(true) };
  const entries = [...(isStep && !undone ? [undo] : []), ...(event.redacted === true ? [] : [redact])];
  return (
    <>
      <Menu label={t('timeline.entryMenu')} groups={[{ entries }]} defaultOpen />
      {asking && (
        <RedactDialog event={event} events={events} timeZone={timeZone} onClose={() => setAsking(false)} />
      )}
    </>
  );
}
