import { Files, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Incident } from '#shared/domain/incident/incident.ts';
import { similarPages } from '#shared/domain/incident/similar.ts';
import { useCommand } from '../../../bridge/commands.ts';
import { useLive } from '../../../db/live.ts';
import { Button } from '../../../ui/Button.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { PagesDialog } from './PagesDialog.tsx';
import './pages.css';

const TITLES = 3;

/** Open pages that look like this incident: offered, never joined by themselves, and ringing until they are (reading 9). */
export function SimilarPages({ incident }: { readonly incident: Incident }) {
  const { t } = useTranslation();
  const run = useCommand();
  const pages = useLive((live) => live.pages);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [looking, setLooking] = useState(false);
  const running = incident.resolvedAt === undefined;
  const similar = useMemo(
    () => (running ? similarPages(incident, pages.values()) : []).map(({ item }) => item),
    [incident, pages, running],
  );
  const offered = similar.filter(({ id }) => !left.has(id));
  const count = offered.length;
  const titles = offered.slice(0, TITLES).map(({ title }) => title);
  const join = (): void =>
    void run({ type: 'link-pages', pageIds: offered.map(({ id }) => id), incidentId: incident.id });
  return (
    <>
      {count > 0 && (
        <section className="similar" aria-label={t('several.similarLabel')}>
          <Files className="icon-small" aria-hidden="true" />
          <p className="similar-text" role="status">
            {t('several.similar', { count, titles: titles.join(', ') })}
            {count > TITLES && ' …'}
          </p>
          <Button size="small" onClick={() => setLooking(true)}>
            {t('several.look')}
          </Button>
          <Button size="small" onClick={join}>
            {t('several.join', { count })}
          </Button>
          <IconButton
            icon={X}
            label={t('several.notNow')}
            onClick={() => setLeft(new Set([...left, ...offered.map(({ id }) => id)]))}
          />
        </section>
      )}
      {looking && <PagesDialog incident={incident} onClose={() => setLooking(false)} />}
    </>
  );
}
