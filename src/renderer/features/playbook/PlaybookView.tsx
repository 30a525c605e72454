import { BookX, FileDown, Library, PencilLine } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pickEdition } from '#shared/domain/playbook/edition.ts';
import type { Playbook, PlaybookLanguage } from '#shared/domain/playbook/schema.ts';
import { usePlaybookContent } from '../../bridge/playbooks.ts';
import { useEditPlaybook } from '../../bridge/use-edit-playbook.tsx';
import { goTo as goToPlace, type PlaybookKey, showPlaybook, useView } from '../../bridge/view.ts';
import { useCurrentPlaybook } from '../../db/current-playbook.ts';
import { Button } from '../../ui/Button.tsx';
import { deferred } from '../../ui/deferred.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useLanguage } from '../../ui/language.ts';
import { LibraryList } from './library/LibraryList.tsx';
import { SectionList } from './SectionList.tsx';
import { sectionsOf } from './sections.ts';
import './playbook.css';
import './document.css';
import './tables.css';
import './commands.css';
import './roles.css';
import './messages.css';
import './flow.css';

const { Part: EditFile } = deferred(async () => (await import('./editor/EditFile.tsx')).EditFile);

/** The playbooks: one for reading, with an incident or without, with a network or without; all of them; one under edit. */
export function PlaybookView() {
  const screen = useView((view) => view.playbookScreen);
  if (screen.kind === 'library') return <LibraryList />;
  if (screen.kind === 'edit') {
    const { file, template } = screen;
    return <EditFile key={file} file={file} {...(template === undefined ? {} : { template })} />;
  }
  return screen.of === undefined ? <DefaultBook /> : <OtherBook of={screen.of} />;
}

function DefaultBook() {
  const playbook = useCurrentPlaybook();
  return playbook === undefined ? <NoBook /> : <Book playbook={playbook} />;
}

function OtherBook({ of }: { readonly of: PlaybookKey }) {
  const language = useLanguage();
  const editions = usePlaybookContent(of);
  if (editions === undefined) return null;
  const playbook = pickEdition(
    new Map(Object.entries(editions ?? {}) as [PlaybookLanguage, Playbook][]),
    language,
  );
  return playbook === undefined ? <NoBook /> : <Book playbook={playbook} />;
}

function NoBook() {
  const { t } = useTranslation();
  return (
    <EmptyState isPlace icon={BookX} title={t('playbook.none')} text={t('playbook.noneHint')}>
      <Button onClick={() => showPlaybook({ kind: 'library' })}>{t('playbooks.all')}</Button>
    </EmptyState>
  );
}

function Book({ playbook }: { readonly playbook: Playbook }) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const sections = sectionsOf(playbook, t);
  const { current, follow, goTo } = useCurrentSection(scroller);
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
          <BookHead playbook={playbook} />
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

function BookHead({ playbook }: { readonly playbook: Playbook }) {
  const { t } = useTranslation();
  const { edit, dialog } = useEditPlaybook(playbook);
  const { title, version, owner, definition } = playbook;
  return (
    <header>
      <h1>{t('playbook.title')}</h1>
      <p className="muted">{t('playbook.by', { title, version, owner })}</p>
      {definition !== undefined && <p>{definition}</p>}
      <div className="actions playbook-actions">
        <Button size="small" onClick={() => showPlaybook({ kind: 'library' })}>
          <Library className="icon-small" aria-hidden="true" />
          {t('playbooks.all')}
        </Button>
        <Button size="small" onClick={() => goToPlace('import')}>
          <FileDown className="icon-small" aria-hidden="true" />
          {t('importing.menu')}
        </Button>
        {edit !== undefined && (
          <Button size="small" onClick={() => edit()}>
            <PencilLine className="icon-small" aria-hidden="true" />
            {t('playbooks.edit')}
          </Button>
        )}
      </div>
      {dialog}
    </header>
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
