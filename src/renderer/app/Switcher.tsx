import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { select, useView } from '../bridge/view.ts';
import { usePlaybookFor } from '../db/current-playbook.ts';
import { useLive } from '../db/live.ts';
import { openEntries } from '../db/open-entries.ts';
import { useKey } from '../ui/keys.ts';
import { useLanguage } from '../ui/language.ts';
import { markedTitle } from '../ui/marked-title.ts';
import { clockNow } from '../ui/ticker.ts';
import { neighbourOf, selectionOf } from './neighbour.ts';

/** Goes through what is open, most urgent first, by two keys, and says aloud where it came to. */
export function Switcher() {
  const { t } = useTranslation();
  const playbookFor = usePlaybookFor();
  const language = useLanguage();
  const [said, setSaid] = useState('');
  const go = (step: 1 | -1): void => {
    if (playbookFor === undefined) return;
    // As it stands at the press: deadlines that pass change the order.
    const entries = openEntries(useLive.getState(), playbookFor, { now: clockNow(), language });
    const at = neighbourOf(entries, useView.getState().selection, step);
    const entry = entries[at];
    const next = entry === undefined ? undefined : selectionOf(entry);
    if (entry === undefined || next === undefined) return;
    select(next);
    const { severity } = entry;
    const title = markedTitle(t, entry);
    setSaid(t('several.switched', { severity, title, place: at + 1, count: entries.length }));
  };
  useKey(']', () => go(1));
  useKey('[', () => go(-1));
  return (
    <div className="visually-hidden" aria-live="polite" aria-atomic="true">
      {said}
    </div>
  );
}
