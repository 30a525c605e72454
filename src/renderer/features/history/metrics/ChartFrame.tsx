import { ChartColumn, ImageDown, Table as TableIcon } from 'lucide-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/IconButton.tsx';
import { useSavePicture } from '../export/use-save-picture.ts';

export interface TableData {
  readonly head: readonly string[];
  /** The first cell is what the row is of. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

interface ChartFrameProps {
  readonly title: string;
  /** Of the picture's file: letters and hyphens. */
  readonly name: string;
  /** The same figures as a table: for those who read rather than look, and for screen readers. */
  readonly table: TableData;
  /** What else can be chosen. */
  readonly controls?: ReactNode;
  readonly note?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A chart under its title, which can be read as a table and saved as a picture. */
export function ChartFrame({ title, name, table, controls, note, wide = false, children }: ChartFrameProps) {
  const { t } = useTranslation();
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const frame = useRef<HTMLElement>(null);
  const picture = useSavePicture(name);
  return (
    <section
      ref={frame}
      className="chart"
      aria-labelledby={id}
      {...(wide ? { 'data-wide': '' } : {})}
      {...(picture.isTaken ? { 'data-taken': '' } : {})}
    >
      <header className="chart-head">
        <h2 id={id}>{title}</h2>
        <span className="chart-tools">
          <IconButton
            icon={asTable ? ChartColumn : TableIcon}
            label={t(asTable ? 'history.asChart' : 'history.asTable', { title })}
            onClick={() => setAsTable(!asTable)}
          />
          <IconButton
            icon={ImageDown}
            label={t('history.savePicture', { title })}
            onClick={() => void picture.save(frame.current)}
          />
        </span>
      </header>
      {controls}
      {asTable ? <FigureTable title={title} table={table} /> : children}
      {note !== undefined && <p className="chart-note">{note}</p>}
    </section>
  );
}

function FigureTable({ title, table }: { readonly title: string; readonly table: TableData }) {
  return (
    <div className="chart-table">
      <table className="table">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {table.head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ key, cells: [first, ...rest] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {rest.map((cell, index) => (
                <td key={table.head[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
