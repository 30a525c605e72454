import { Tabs } from '@base-ui/react/tabs';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useView } from '../../bridge/view.ts';
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

/** Three columns that scroll by themselves; in a narrow window, three tabs. */
export function Columns({ incident, playbook }: ColumnsProps) {
  const narrow = useMedia(NARROW);
  const checklist = (
    <RegionBoundary>
      <Checklist incident={incident} playbook={playbook} />
    </RegionBoundary>
  );
  const composer = (
    <RegionBoundary>
      <Composer incident={incident} playbook={playbook} />
    </RegionBoundary>
  );
  const timeline = (
    <RegionBoundary>
      <Timeline incident={incident} playbook={playbook} />
    </RegionBoundary>
  );
  if (narrow) return <ColumnTabs checklist={checklist} composer={composer} timeline={timeline} />;
  return (
    <div className="columns">
      {checklist}
      {composer}
      {timeline}
    </div>
  );
}

function ColumnTabs(parts: Readonly<Record<'checklist' | 'composer' | 'timeline', ReactNode>>) {
  const { t } = useTranslation();
  const calls = useView((view) => view.composerCalls);
  // A call to the composer stands until another tab is picked.
  const [picked, setPicked] = useState({ tab: 'checklist', calls: 0 });
  const tab = calls > picked.calls ? 'composer' : picked.tab;
  const panels = useRef<HTMLDivElement>(null);
  // The note's own key would focus what is not shown.
  useKey('n', () => {
    setPicked({ tab: 'timeline', calls });
    requestAnimationFrame(() => panels.current?.querySelector<HTMLElement>('.note textarea')?.focus());
  });
  return (
    <Tabs.Root
      ref={panels}
      className="column-tabs"
      value={tab}
      onValueChange={(next) => setPicked({ tab: String(next), calls })}
    >
      <Tabs.List className="tabs-list" aria-label={t('incident.columns')}>
        <Tabs.Tab className="tab" value="checklist">
          {t('incident.checklistTab')}
        </Tabs.Tab>
        <Tabs.Tab className="tab" value="composer">
          {t('incident.composerTab')}
        </Tabs.Tab>
        <Tabs.Tab className="tab" value="timeline">
          {t('incident.timelineTab')}
        </Tabs.Tab>
      </Tabs.List>
      {(['checklist', 'composer', 'timeline'] as const).map((name) => (
        <Tabs.Panel key={name} value={name} className="column-panel" keepMounted>
          {parts[name]}
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  );
}
