import { BookX } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Playbook } from '#shared/domain/playbook/schema.ts';
import { useCurrentPlaybook } from '../../db/current-playbook.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SectionList } from './SectionList.tsx';
import { sectionsOf } from './sections.ts';
import './playbook.css';
import './flow.css';

/** The playbook for reading: with an incident or without, with a network or without. */
export function PlaybookView() {
  const { t } = useTranslation();
  const playbook = useCurrentPlaybook();
  return playbook === undefined ? (
    <EmptyState isPlace icon={BookX} title={t('playbook.none')} text={t('playbook.noneHint')} />
  ) : (
    <Book playbook={playbook} />
  );
}

function Book({ playbook }: { readonly playbook: Playbook }) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const sections = sectionsOf(playbook, t);
  const { current, follow, goTo } = useCurrentSection(scroller);
  const { title, version, owner, definition } = playbook;
  return (
    // Much of it takes no focus, and it is longer than the window.
    <div
      ref={scroller}
      className="playbook"
      tabIndex={0}
      role="region"
      aria-label={t('playbook.title')}
      onScroll={follow}
    >
      <div className="playbook-grid">
        <SectionList sections={sections} current={current ?? sections[0]?.id} onGo={goTo} />
        <div className="playbook-body">
          <header>
            <h1>{t('playbook.title')}</h1>
            <p className="muted">{t('playbook.by', { title, version, owner })}</p>
            {definition !== undefined && <p>{definition}</p>}
          </header>
          {sections.map(({ id, title: heading, Part }) => (
            <section key={id} id={`playbook-${id}`} aria-labelledby={`playbook-${id}-title`}>
              <h2 id={`playbook-${id}-title`} tabIndex={-1}>
                {heading}
              </h2>
              <Part playbook={playbook} />
            </section>
          ))}
        </div>
      </div>
    </div>
  );
}

/** Under this from the top, a section counts as the one being read. */
const READING_LINE = 96;

/** The section being read: the last whose heading has passed the reading line, or the one that was gone to. */
function useCurrentSection(scroller: React.RefObject<HTMLDivElement | null>) {
  const [current, setCurrent] = useState<string>();
  const find = useCallback(() => {
    const box = scroller.current;
    if (box === null) return;
    const isAtEnd = box.scrollTop > 0 && box.scrollTop + box.clientHeight >= box.scrollHeight - 1;
    const line = box.getBoundingClientRect().top + READING_LINE;
    const headings = [...box.querySelectorAll('section > h2')];
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top <= line);
    const reading = isAtEnd ? headings.at(-1) : passed.at(-1);
    setCurrent(reading?.parentElement?.id.replace('playbook-', ''));
  }, [scroller]);
  const frame = useRef(0);
  const follow = useCallback(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(find);
  }, [find]);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  const goTo = useCallback(
    (id: string) => {
      const heading = scroller.current?.querySelector<HTMLElement>(`#playbook-${id} > h2`);
      heading?.focus({ preventScroll: true });
      heading?.scrollIntoView({ block: 'start' });
    },
    [scroller],
  );
  return { current, follow, goTo };
}
