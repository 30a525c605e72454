import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnownEvent, TplusEvent } from '#shared/domain/event/event.ts';
import { effectiveEvents } from '#shared/domain/event/fold.ts';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { draftPostMortem } from '#shared/domain/post-mortem/draft.ts';
import { type PostMortemVersion, versionsOf } from '#shared/domain/post-mortem/versions.ts';
import type { PostMortemWord } from '#shared/domain/post-mortem/words.ts';
import type { Playbook, PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import { useCommand } from '../../bridge/commands.ts';
import { useSnapshot } from '../../bridge/snapshot.ts';
import { POST_MORTEM_DRAFT, saveDraft, useDrafts } from '../../db/drafts.ts';
import { clockNow } from '../../ui/ticker.ts';

/** What is kept of a text that nobody saved yet, beside the text: which version it was begun from, and its language. */
const [TEXT, BASE, LANGUAGE] = ['text', 'base', 'language'];

/** The post-mortem of one incident as it stands on the screen. */
export interface PostMortem {
  readonly events: readonly KnownEvent[];
  readonly text: string;
  /** What the log says now, whatever was saved. */
  readonly drafted: string;
  readonly language: PlaybookLanguage;
  /** Newest first. */
  readonly versions: readonly PostMortemVersion[];
  /** The one that `text` is, or goes back to; undefined: the draft from the log. */
  readonly newest: PostMortemVersion | undefined;
  /** Something was typed that is not the newest version. */
  readonly unsaved: boolean;
  /** Saved by somebody since the typing began. */
  readonly newer: PostMortemVersion | undefined;
  readonly type: (text: string) => void;
  readonly restore: (text: string, language: PlaybookLanguage) => void;
  readonly discard: () => void;
  readonly save: () => Promise<void>;
}

/** @param read the incident's whole story */
export function usePostMortem(
  incident: Incident,
  playbook: Playbook,
  read: readonly TplusEvent[],
): PostMortem {
  const run = useCommand();
  const typed = useDrafts(({ byIncident }) => byIncident[incident.id]?.[POST_MORTEM_DRAFT]);
  const events = useMemo(() => effectiveEvents(read), [read]);
  const drafted = useDraft(incident, playbook, events);
  const versions = useMemo(() => versionsOf(events), [events]);
  const newest = versions.find(({ redacted }) => !redacted);
  const base = newest?.text ?? drafted;
  const own = textOf(typed?.[TEXT]);
  const text = own ?? base;
  const language = languageOf(typed?.[LANGUAGE]) ?? newest?.language ?? playbook.language;
  const unsaved = own !== undefined && own !== base;
  const newestId = newest?.eventId ?? '';
  const keep = (field: string, value: string | undefined): void =>
    saveDraft(incident.id, POST_MORTEM_DRAFT, field, value);
  const discard = (): void => {
    for (const field of [TEXT, BASE, LANGUAGE]) keep(field, undefined);
  };
  return {
    events,
    text,
    drafted,
    language,
    versions,
    newest,
    unsaved,
    newer: unsaved && newest !== undefined && textOf(typed?.[BASE]) !== newestId ? newest : undefined,
    type: (next) => {
      if (own === undefined) keep(BASE, newestId);
      keep(TEXT, next);
    },
    restore: (next, spoken) => {
      keep(BASE, newestId);
      keep(LANGUAGE, spoken);
      keep(TEXT, next);
    },
    discard,
    save: async () => {
      const { done } = await run({ type: 'save-post-mortem', incidentId: incident.id, text, language });
      // Typed on meanwhile: that is kept.
      const now = useDrafts.getState().byIncident[incident.id]?.[POST_MORTEM_DRAFT]?.[TEXT];
      if (done && (now === undefined || now === text)) discard();
    },
  };
}

function useDraft(incident: Incident, playbook: Playbook, events: readonly KnownEvent[]): string {
  const { i18n } = useTranslation();
  const { settings } = useSnapshot();
  return useMemo(() => {
    const t = i18n.getFixedT(playbook.language);
    const say = (word: PostMortemWord, values: Readonly<Record<string, string | number>> = {}): string =>
      t(`postMortem.line.${word}`, values);
    const input = { incident, events, playbook, say, me: settings.name, now: clockNow() };
    return draftPostMortem(input) ?? '';
  }, [incident, playbook, events, i18n, settings.name]);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function languageOf(value: unknown): PlaybookLanguage | undefined {
  return value === 'ko' || value === 'en' ? value : undefined;
}
