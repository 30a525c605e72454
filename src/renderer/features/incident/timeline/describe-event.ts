import type { TFunction } from 'i18next';
import { type EventOfType, isKnown, type TplusEvent } from '#shared/domain/event/event.ts';
import { itemWords } from '#shared/domain/incident/item-words.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { itemsOf } from '#shared/domain/playbook/checklists.ts';
import { describeAction } from './describe-action.ts';
import { milestoneById } from '#shared/domain/playbook/lookup.ts';
import { markedTitle } from '../../../ui/marked-title.ts';

export interface DescribeContext {
  readonly t: TFunction;
  readonly playbook: Playbook | undefined;
  readonly time: (at: number) => string;
  /** What an undoing, or a change of an action item, is about. */
  readonly target: TplusEvent | undefined;
  /** The title of the page that the event is about. */
  readonly pageTitle?: string | undefined;
  /** The incident's own channel, which items are worded with. */
  readonly channel?: string | undefined;
}

/** One event in one line. Senders' text comes through as it is: React shows it literally. */
export function describeEvent(event: TplusEvent, context: DescribeContext): string {
  const what = describeOne(event, context);
  const movesClock = isKnown(event) && 'detectedAt' in event.payload && event.type !== 'incident.opened';
  if (!movesClock || event.payload.detectedAt === undefined) return what;
  return context.t('several.event.countedFrom', { what, time: context.time(event.payload.detectedAt) });
}

function describeOne(event: TplusEvent, context: DescribeContext): string {
  const { t, playbook, time, target } = context;
  if (!isKnown(event)) return t('event.unknown', { type: event.type });
  switch (event.type) {
    case 'page.received':
      return t('event.page-received', { title: markedTitle(t, event.payload) });
    case 'page.severity-raised':
      return t('event.page-severity-raised', event.payload);
    case 'page.acknowledged':
      return event.payload.recheckAt === undefined
        ? t('event.page-acknowledged')
        : t('event.page-acknowledged-recheck', { time: time(event.payload.recheckAt) });
    case 'page.rechecked':
      return t('event.page-rechecked');
    case 'page.resolved':
      return t(`event.page-resolved-${event.payload.by}`);
    case 'page.linked':
    case 'page.unlinked':
    case 'incident.merged':
    case 'incident.absorbed':
      return describeLink(event, context);
    case 'drill.started':
    case 'drill.step-delivered':
    case 'drill.ended':
    case 'incident.drill-ended':
      return describeDrill(event, context);
    case 'training.joined':
      return t('training.event.joined', event.payload);
    case 'training.left':
      return t('training.event.left', event.payload);
    case 'training.ticked':
      return t('training.event.ticked', event.payload);
    case 'training.unticked':
      return t('training.event.unticked', event.payload);
    case 'incident.opened':
      return markedTitle(t, { ...event.payload, title: t('event.incident-opened', event.payload) });
    case 'incident.severity-changed':
      return t('event.incident-severity-changed', event.payload);
    case 'incident.playbook-changed': {
      const { title, to } = event.payload;
      return t('playbooks.changed', { title, version: to.version });
    }
    case 'incident.retitled':
      return t('event.incident-retitled', event.payload);
    case 'incident.milestone-met': {
      const { milestone: id, channel } = event.payload;
      const found = playbook === undefined ? undefined : milestoneById(playbook, id);
      const milestone = found?.phaseTitle ?? id;
      return channel === undefined
        ? t('event.incident-milestone-met', { milestone })
        : t('event.incident-milestone-met-channel', { milestone, channel });
    }
    case 'incident.reopened':
      return t('event.incident-reopened');
    case 'checklist.ticked':
      return t('event.checklist-ticked', { item: itemText(event, context) });
    case 'checklist.unticked':
      return t('event.checklist-unticked', { item: itemText(event, context) });
    case 'role.assigned': {
      const { role: id, name } = event.payload;
      const role = titleIn(playbook?.roles, id);
      return name === '' ? t('event.role-unassigned', { role }) : t('event.role-assigned', { role, name });
    }
    case 'incident.flagged': {
      const flag = titleIn(playbook?.flags, event.payload.flag);
      return event.payload.on
        ? t('event.incident-flagged', { flag })
        : t('event.incident-unflagged', { flag });
    }
    case 'incident.escalated':
      return t('event.incident-escalated', {
        level: titleIn(playbook?.escalation?.levels, event.payload.level),
      });
    case 'incident.step-entered':
      return t('event.incident-step-entered', {
        step: titleIn(playbook?.lifecycle?.steps, event.payload.step),
      });
    case 'message.copied':
      return t('event.message-copied', { title: event.payload.title });
    case 'note.added':
      return t('event.note-added', { text: event.payload.text });
    case 'post-mortem.saved':
      return t('postMortem.event.saved');
    case 'action.added':
    case 'action.changed':
      return describeAction(event, context);
    case 'handover.written':
      return t('handover.event');
    case 'playbook.logged':
      return t('event.playbook-logged');
    case 'event.undone':
      return target === undefined
        ? t('event.event-undone-unknown')
        : t('event.event-undone', { what: describeEvent(target, { ...context, target: undefined }) });
    case 'event.redacted':
      return t('event.event-redacted');
  }
}

function describeLink(
  event: EventOfType<'page.linked' | 'page.unlinked' | 'incident.merged' | 'incident.absorbed'>,
  { t, pageTitle }: DescribeContext,
): string {
  const { title = '' } = event.payload;
  switch (event.type) {
    case 'incident.merged':
      return t('several.mergedInto', { title });
    case 'incident.absorbed':
      return t('several.event.absorbed', { title });
    case 'page.unlinked':
      return withPage(t('several.event.unlinked', { title }), pageTitle);
    case 'page.linked':
      return withPage(
        event.payload.from === undefined ? t('event.page-linked') : t('several.event.linked', { title }),
        pageTitle,
      );
  }
}

function describeDrill(
  event: EventOfType<'drill.started' | 'drill.step-delivered' | 'drill.ended' | 'incident.drill-ended'>,
  { t }: DescribeContext,
): string {
  switch (event.type) {
    case 'drill.started':
      return t('drill.event.started', event.payload);
    case 'drill.step-delivered': {
      const number = event.payload.step + 1;
      return t(event.payload.late ? 'drill.event.stepDeliveredLate' : 'drill.event.stepDelivered', {
        number,
      });
    }
    case 'drill.ended':
      return t(`drill.event.${event.payload.how}`);
    case 'incident.drill-ended':
      return t(`drill.event.endedHere.${event.payload.how}`);
  }
}

const withPage = (text: string, page: string | undefined): string =>
  page === undefined ? text : `${text}: ${page}`;

function itemText(
  { payload: { checklist, item }, occurredAt }: EventOfType<'checklist.ticked' | 'checklist.unticked'>,
  { playbook, channel }: DescribeContext,
): string {
  const found = playbook && itemsOf(playbook, checklist).find(({ id }) => id === item);
  if (playbook === undefined || found === undefined) return item;
  const named = { detectedAt: occurredAt, ...(channel === undefined ? {} : { channel }) };
  return itemWords(found.text, playbook, named);
}

function titleIn(
  parts: readonly { readonly id: string; readonly title: string }[] | undefined,
  id: string,
): string {
  return parts?.find((part) => part.id === id)?.title ?? id;
}
