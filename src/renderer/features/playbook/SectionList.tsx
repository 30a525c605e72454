import { useTranslation } from 'react-i18next';
import type { PlaybookSection } from './sections.ts';

interface SectionListProps {
  readonly sections: readonly PlaybookSection[];
  readonly current: string | undefined;
  readonly onGo: (id: string) => void;
}

/** The sections by name; the one being read is marked. */
export function SectionList({ sections, current, onGo }: SectionListProps) {
  const { t } = useTranslation();
  return (
    <nav className="playbook-sections" aria-label={t('book.sections')}>
      <ol>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a
              href={`#playbook-${id}`}
              aria-current={id === current ? 'location' : undefined}
              onClick={(event) => {
                // The address of the window stays what it is.
                event.preventDefault();
                onGo(id);
              }}
            >
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
