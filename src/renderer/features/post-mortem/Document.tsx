import { Tabs } from '@base-ui/react/tabs';
import { useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TplusEvent } from '#shared/domain/event/event.ts';
import { blameHints } from '#shared/domain/post-mortem/blameless.ts';
import { findGaps } from '#shared/domain/post-mortem/gaps.ts';
import { peopleIn } from '#shared/domain/post-mortem/people.ts';
import { useKey } from '../../ui/keys.ts';
import { Markdown } from '../../ui/Markdown.tsx';
import { NARROW, useMedia } from '../../ui/media.ts';
import { Findings } from './Findings.tsx';
import { Header } from './Header.tsx';
import type { PartProps } from './part-props.ts';
import { useOpenLink } from './open-link.ts';
import { selectPlace } from './select-place.ts';
import { State } from './State.tsx';
import { usePostMortem } from './use-post-mortem.ts';

const TABS = ['text', 'preview'] as const;
type Tab = (typeof TABS)[number];

/** The text and how it reads, side by side; in a narrow window, two tabs of the same. */
export function Document({
  incident,
  playbook,
  postMortem,
  events,
}: PartProps & { readonly events: readonly TplusEvent[] }) {
  const { t } = useTranslation();
  const narrow = useMedia(NARROW);
  const [tab, setTab] = useState<Tab>('text');
  const written = usePostMortem(incident, playbook, events);
  const openLink = useOpenLink();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  // Typing stays smooth: what is made of the text follows as soon as it can.
  const text = useDeferredValue(written.text);
  const gaps = useMemo(() => findGaps(text, postMortem), [text, postMortem]);
  const hints = useMemo(
    () =>
      blameHints(text, {
        faultWords: postMortem.faultWords ?? [],
        names: peopleIn(incident, written.events),
      }),
    [text, postMortem, incident, written.events],
  );
  const imageWords = useMemo(() => (alt: string) => t('postMortem.image', { text: alt }), [t]);

  const show = ({ start, end }: { readonly start: number; readonly end: number }): void => {
    setTab('text');
    // After the tab is there.
    requestAnimationFrame(() => area.current !== null && selectPlace(area.current, start, end));
  };
  const nextGap = (): void => {
    const from = area.current?.selectionEnd ?? 0;
    const now = findGaps(written.text, postMortem);
    const next = now.find(({ start }) => start >= from) ?? now[0];
    if (next !== undefined) show(next);
  };
  useKey('Mod+j', nextGap);
  useKey('Mod+s', () => void written.save());

  const panel = (name: Tab) => ({
    id: `${id}-${name}`,
    ...(narrow ? { role: 'tabpanel', 'aria-labelledby': `${id}-${name}-tab`, hidden: tab !== name } : {}),
  });
  return (
    <article className="post-mortem">
      <Header incident={incident} playbook={playbook} written={written} gaps={gaps} />
      <State written={written} timeZone={playbook.timeZone} />
      <Findings gaps={gaps} hints={hints} onShow={show} onNextGap={nextGap} />
      <Tabs.Root
        className="post-mortem-parts"
        data-narrow={narrow ? '' : undefined}
        value={tab}
        onValueChange={(next) => setTab(TABS.find((name) => name === next) ?? 'text')}
      >
        {narrow && (
          <Tabs.List className="tabs-list" aria-label={t('postMortem.parts')}>
            {TABS.map((name) => (
              <Tabs.Tab
                key={name}
                className="tab"
                value={name}
                id={`${id}-${name}-tab`}
                aria-controls={`${id}-${name}`}
              >
                {t(name === 'text' ? 'postMortem.textTab' : 'postMortem.preview')}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        )}
        <div className="post-mortem-text" {...panel('text')}>
          <textarea
            ref={area}
            aria-label={t('postMortem.editor')}
            value={written.text}
            lang={written.language}
            spellCheck={false}
            onChange={({ target }) => written.type(target.value)}
          />
        </div>
        <div className="post-mortem-preview" {...panel('preview')}>
          {/* Scrolls by itself, so it must be reachable by key. */}
          <section
            className="post-mortem-scroll"
            aria-label={t('postMortem.preview')}
            lang={written.language}
            tabIndex={0}
          >
            <Markdown
              text={text}
              gaps={gaps}
              imageWords={imageWords}
              literalWords={t('postMortem.literal')}
              onLink={openLink}
            />
          </section>
        </div>
      </Tabs.Root>
    </article>
  );
}
