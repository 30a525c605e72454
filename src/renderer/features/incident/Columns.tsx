import { Tabs } from '@base-ui/react/tabs';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { answeredCalls, useView } from '../../bridge/view.ts';
import { useKey } from '../../ui/keys.ts';
import { NARROW, useMedia } from '../../ui/media.ts';
import { RegionBoundary } from '../../ui/RegionBoundary.tsx';
import { Checklist } from './checklist/Checklist.tsx';
import { Composer } from './composer/Composer.tsx';
import { Timeline } from './timeline/Timeline.tsx';

interface ColumnsProps {
  readonly incident: Incident;
  readonly playbook: Playbook;
}

const NAMES = ['checklist', 'composer', 'timeline'] as const;
type Name = (typeof NAMES)[number];

/**
 * Three columns that scroll by themselves; in a narrow window, three tabs. The columns are the same ones in every
 * width: what was being typed, or asked, outlives a change of it.
 */
export function Columns({ incident, playbook }: ColumnsProps) {
  const { t } = useTranslation();
  const narrow = useMedia(NARROW);
  const calls = useView((view) => view.composerCalls);
  // A call to the composer stands until another tab is picked.
  const [picked, setPicked] = useState<{ readonly tab: Name; readonly calls: number }>(() => ({
    tab: 'checklist',
    calls: answeredCalls(),
  }));
  const tab = calls > picked.calls ? 'composer' : picked.tab;
  const id = useId();
  const panels = useRef<HTMLDivElement>(null);
  // The note's own key would focus what is not shown.
  const showNote = (): void => {
    setPicked({ tab: 'timeline', calls });
    requestAnimationFrame(() => panels.current?.querySelector<HTMLElement>('.note textarea')?.focus());
  };
  useKey('n', showNote, narrow);
  const parts: Readonly<Record<Name, ReactNode>> = {
    checklist: <Checklist incident={incident} playbook={playbook} />,
    composer: <Composer incident={incident} playbook={playbook} />,
    timeline: <Timeline incident={incident} playbook={playbook} />,
  };
  return (
    <Tabs.Root
      ref={panels}
      className={narrow ? 'column-tabs' : 'columns'}
      value={tab}
      onValueChange={(next) => setPicked({ tab: NAMES.find((name) => name === next) ?? 'checklist', calls })}
    >
      {narrow && (
        <Tabs.List className="tabs-list" aria-label={t('incident.columns')}>
          {NAMES.map((name) => (
            <Tabs.Tab
              key={name}
              className="tab"
              value={name}
              id={`${id}-${name}-tab`}
              aria-controls={`${id}-${name}`}
            >
              {t(`incident.${name}Tab`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      )}
      {NAMES.map((name) => (
        <div
          key={name}
          id={`${id}-${name}`}
          className="column-panel"
          {...(narrow
            ? { role: 'tabpanel', 'aria-labelledby': `${id}-${name}-tab`, hidden: tab !== name }
            : {})}
        >
          <RegionBoundary>{parts[name]}</RegionBoundary>
        </div>
      ))}
    </Tabs.Root>
  );
}
