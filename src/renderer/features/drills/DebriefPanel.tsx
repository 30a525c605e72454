import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '#shared/domain/day.ts';
import { type Debrief, debriefOf, type IncidentDebrief } from '#shared/domain/drill/debrief.ts';
import type { Drill } from '#shared/domain/drill/drill.ts';
import { asIncidentId } from '#shared/domain/ids.ts';
import { CopyButton } from '../../bridge/CopyButton.tsx';
import { useSaveFile } from '../../bridge/files.ts';
import { select } from '../../bridge/view.ts';
import { useDrilledIncidents } from '../../db/practice.ts';
import { Button } from '../../ui/Button.tsx';
import { fullTime, timeOfDay } from '../../ui/format.ts';
import { useLanguage } from '../../ui/language.ts';
import { SeverityBadge } from '../../ui/SeverityBadge.tsx';
import { clockNow } from '../../ui/ticker.ts';
import { debriefMarkdown } from './debrief-markdown.ts';
import { type DebriefWords, debriefWords } from './debrief-words.ts';
import { MilestoneTable } from './MilestoneTable.tsx';

interface DebriefPanelProps {
  readonly drill: Drill;
  readonly timeZone: string;
}

/** How a drill went: to read, and to copy into wherever the results are kept (process document 8.2). */
export function DebriefPanel({ drill, timeZone }: DebriefPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const saveFile = useSaveFile();
  const incidents = useDrilledIncidents(drill.id, language);
  if (incidents.state === 'loading') return <p className="muted">{t('drill.reading')}</p>;
  if (incidents.state === 'failed') return <p role="alert">{`${t('drill.failed')}: ${incidents.detail}`}</p>;
  const debrief = debriefOf(drill, incidents.value, clockNow());
  const words = debriefWords(t, {
    time: (at) => timeOfDay(at, timeZone, language),
    full: (at) => fullTime(at, timeZone, language),
  });
  const markdown = debriefMarkdown(t, drill, debrief, words);
  const name = `drill-${drill.scenario}-${dayOf(drill.startedAt, timeZone)}.md`;
  return (
    <article className="debrief" aria-label={t('drill.debrief.title', { title: drill.title })}>
      <Summary drill={drill} debrief={debrief} words={words} />
      {debrief.incidents.length === 0 && <p>{t('drill.debrief.noIncident')}</p>}
      {debrief.incidents.map((each) => (
        <IncidentPart key={each.id} incident={each} words={words} />
      ))}
      <div className="actions">
        <CopyButton label={t('drill.debrief.copy')} text={markdown} />
        <Button size="small" onClick={() => void saveFile({ name, text: markdown })}>
          <Download className="icon-small" aria-hidden="true" />
          {t('drill.debrief.save')}
        </Button>
      </div>
    </article>
  );
}

interface SummaryProps {
  readonly drill: Drill;
  readonly debrief: Debrief;
  readonly words: DebriefWords;
}

function Summary({ drill, debrief, words }: SummaryProps) {
  const { t } = useTranslation();
  return (
    <>
      <dl className="facts">
        {words.facts(drill, debrief).map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {debrief.lateSteps > 0 && <p>{t('drill.debrief.lateSteps', { count: debrief.lateSteps })}</p>}
    </>
  );
}

function IncidentPart({
  incident,
  words,
}: {
  readonly incident: IncidentDebrief;
  readonly words: DebriefWords;
}) {
  const { t } = useTranslation();
  const { id, title, severity, milestones, missedSteps } = incident;
  return (
    <section className="debrief-incident" aria-label={title}>
      <div className="debrief-head">
        <SeverityBadge severity={severity} />
        <h3>{title}</h3>
        <Button
          size="small"
          kind="quiet"
          onClick={() => select({ kind: 'incident', incidentId: asIncidentId(id) })}
        >
          {t('drill.debrief.openIncident')}
        </Button>
      </div>
      <MilestoneTable milestones={milestones} words={words} />
      <div className="debrief-lists">
        {words.lists(incident).map(({ heading, lines, none }) => (
          <div key={heading}>
            <h4>{heading}</h4>
            <Lines lines={lines} none={none} />
          </div>
        ))}
      </div>
      <div>
        <h4>{t('drill.debrief.steps')}</h4>
        {missedSteps.length === 0 && <p className="secondary">{t('drill.debrief.noSteps')}</p>}
        <div className="debrief-lists">
          {missedSteps.map(({ list, items }) => (
            <div key={list}>
              <h5>{list}</h5>
              <Lines lines={items} none="" />
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}

function Lines({ lines, none }: { readonly lines: readonly string[]; readonly none: string }) {
  if (lines.length === 0) return <p className="secondary">{none}</p>;
  return (
    <ul className="bulleted">
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}
