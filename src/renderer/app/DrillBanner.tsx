import { useTranslation } from 'react-i18next';
import type { Drill } from '#shared/domain/drill/drill.ts';
import { isPlayedOut } from '#shared/domain/drill/due-steps.ts';
import { useCommand } from '../bridge/commands.ts';
import { goTo, useView } from '../bridge/view.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';

/** While a drill runs: that it does, the last thing that everybody was told, and its end, at once and with no question. */
export function DrillBanner({ drill }: { readonly drill: Drill }) {
  const { t } = useTranslation();
  const run = useCommand();
  const place = useView((view) => view.place);
  const told = drill.script.findLast(
    (step, index) => step.kind === 'note' && drill.delivered[index] !== undefined,
  );
  return (
    <Banner
      tone="info"
      title={t('drill.banner', { title: drill.title })}
      action={
        <span className="actions">
          {place !== 'drills' && (
            <Button size="small" kind="quiet" onClick={() => goTo('drills')}>
              {t('drill.go')}
            </Button>
          )}
          <Button size="small" onClick={() => void run({ type: 'end-drill', drill: drill.id })}>
            {t(isPlayedOut(drill) ? 'drill.end' : 'drill.abort')}
          </Button>
        </span>
      }
    >
      <span className="muted">
        {told?.kind === 'note' ? t('drill.bannerNote', { text: told.text }) : t('drill.bannerNone')}
      </span>
    </Banner>
  );
}
