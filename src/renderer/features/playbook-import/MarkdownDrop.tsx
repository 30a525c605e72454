import { FileDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReadFile } from './use-reading.ts';
import './import-place.css';
import './import.css';

/** A place that takes a Markdown file dropped on it; anything else that is dragged passes by. */
export function MarkdownDrop({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const read = useReadFile();
  const [isOver, setOver] = useState(false);
  return (
    <div
      className="markdown-drop"
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }}
      onDragLeave={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file !== undefined) void read(file);
      }}
    >
      {children}
      {isOver && (
        <div className="markdown-drop-over" aria-hidden="true">
          <FileDown />
          {t('importing.drop')}
        </div>
      )}
    </div>
  );
}
