import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Drill } from '#shared/domain/drill/drill.ts';
import { dueAtOf, isPlayedOut } from '#shared/domain/drill/due-steps.ts';
import { useCommand } from '../../bridge/commands.ts';
import { Button } from '../../ui/Button.tsx';
import { clockFigures, remainingText } from '../../ui/format.ts';
import { useNow } from '../../ui/ticker.ts';
import { stepWords } from './step-words.ts';

/** The drill that runs: how long, what has come, and, for whoever leads it, what comes next. */
export function RunningDrill({ drill }: { readonly drill: Drill }) {
  const { t } = useTranslation();
  const run = useCommand();
  const now = useNow();
  const { script, delivered, startedAt } = drill;
  const done = script.flatMap((_, index) => (delivered[index] === undefined ? [] : [index]));
  const playedOut = isPlayedOut(drill);
  return (
    <section className="card running-drill" aria-labelledby="drill-running">
      <div className="scenario-head">
        <div>
          <h2 id="drill-running">
            <span className="tag tag-drill">{t('drill.running.title')}</span> {drill.title}
          </h2>
          <p className="secondary">
            {playedOut
              ? t('drill.running.playedOut')
              : t('drill.running.delivered', { done: done.length, total: script.length })}
          </p>
        </div>
        <p className="running-clock">
          <span className="visually-hidden">{t('drill.running.elapsed')}</span>
          <span className="figures">{clockFigures(now - startedAt)}</span>
        </p>
        <Button kind="primary" onClick={() => void run({ type: 'end-drill', drill: drill.id })}>
          {t(playedOut ? 'drill.end' : 'drill.abort')}
        </Button>
      </div>
      <div>
        <h3>{t('drill.running.so')}</h3>
        {done.length === 0 && <p className="secondary">{t('drill.running.nothing')}</p>}
        <ol className="drill-steps">
          {done.map((index) => (
            <li key={index}>
              <span className="figures">{clockFigures((delivered[index]?.at ?? startedAt) - startedAt)}</span>
              <span>
                {stepWords(t, script, index)}
                {delivered[index]?.late === true && <span className="tag">{t('drill.running.late')}</span>}
              </span>
            </li>
          ))}
        </ol>
      </div>
      <NextStep drill={drill} />
    </section>
  );
}

/** Hidden from those who take part until whoever leads the drill asks for it. */
function NextStep({ drill }: { readonly drill: Drill }) {
  const { t } = useTranslation();
  const now = useNow();
  const [shown, setShown] = useState(false);
  const index = drill.script.findIndex((_, each) => drill.delivered[each] === undefined);
  const step = drill.script[index];
  const left = step === undefined ? 0 : dueAtOf(drill, step) - now;
  return (
    <div className="next-step">
      <Button size="small" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {t(shown ? 'drill.running.hide' : 'drill.running.reveal')}
      </Button>
      {shown && step === undefined && <p>{t('drill.running.nothingLeft')}</p>}
      {shown && step !== undefined && (
        <p>
          <span className="secondary">
            {left > 0
              ? t('drill.running.next', { time: remainingText(t, left) })
              : t('drill.running.nextNow')}
          </span>{' '}
          {stepWords(t, drill.script, index)}
        </p>
      )}
    </div>
  );
}
