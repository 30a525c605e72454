import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { type PartName, together } from '#shared/domain/message/outgoing.ts';
import type { PlaybookField } from '#shared/domain/playbook/schema.ts';
import { useBridge } from '../../../bridge/BridgeProvider.tsx';
import { useCommand, useFailureNotice } from '../../../bridge/commands.ts';
import { showNotice } from '../../../bridge/view.ts';
import type { Composable } from './composer-model.ts';
import type { Message } from './use-message.ts';
import { lacks, valuesOf, type Written } from './write-message.ts';

/** What is to be copied: a whole message, or one piece of it. */
interface Wish {
  readonly written: Written;
  readonly only: PartName | undefined;
}
export interface Copying {
  /** Copies, after one question where something is missing. */
  readonly ask: (written: Written, only?: PartName) => void;
  readonly asking: boolean;
  /** What the question is, or was last, about. */
  readonly missing: readonly PlaybookField[];
  readonly answer: (copyAnyway: boolean) => void;
  /** Rises with every copy, so that each is said anew. */
  readonly copies: number;
  readonly said: 'recorded' | 'part' | undefined;
}

/**
 * Copies a message and records it. A piece pasted apart is part of one message: copying its text is taken for sending it
 * and records the whole; a subject or a title alone is not a message yet.
 */
export function useCopying(
  incident: Incident,
  composable: Composable,
  { form, channel, own }: Message,
  onCopy: () => void,
): Copying {
  const { t } = useTranslation();
  const bridge = useBridge();
  const run = useCommand();
  const sayFailure = useFailureNotice();
  const [question, setQuestion] = useState<{ readonly wish: Wish; readonly open: boolean }>();
  const [done, setDone] = useState<{ copies: number; said: Copying['said'] }>({ copies: 0, said: undefined });
  const say = (said: Copying['said']): void => setDone(({ copies }) => ({ copies: copies + 1, said }));

  const copy = async ({ written, only }: Wish): Promise<void> => {
    onCopy();
    const pieces = written.parts.filter(({ name }) => only === undefined || name === only);
    const copied = await bridge.request['clipboard.write'](together(pieces));
    if (!copied.ok) {
      sayFailure(copied);
      return;
    }
    if (only !== undefined && only !== 'body') {
      say('part');
      return;
    }
    const recorded = await run({
      type: 'record-copy',
      incidentId: incident.id,
      template: composable.id,
      title: written.title,
      kind: composable.kind === 'message' ? composable.template.kind : 'other',
      form,
      ...(channel === undefined ? {} : { channel: channel.id }),
      text: together(written.parts).text,
      fields: { ...valuesOf(own.filled) },
    });
    if (recorded.done) say('recorded');
    else showNotice({ text: t('composer.notRecorded') });
  };
  return {
    ...done,
    asking: question?.open === true,
    missing: question === undefined ? [] : missingIn(question.wish),
    ask: (written, only) => {
      const wish: Wish = { written, only };
      if (missingIn(wish).length > 0) setQuestion({ wish, open: true });
      else void copy(wish);
    },
    answer: (copyAnyway) => {
      if (question === undefined) return;
      setQuestion({ ...question, open: false });
      if (copyAnyway) void copy(question.wish);
    },
  };
}

function missingIn({ written, only }: Wish): readonly PlaybookField[] {
  if (only === undefined) return written.gaps;
  const part = written.parts.find(({ name }) => name === only);
  return part === undefined ? [] : written.gaps.filter((field) => lacks(part, field));
}
