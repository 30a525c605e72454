import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Picked } from '../history-state.ts';
import { openBehind } from '../history-state.ts';

/** Drawn at this until it is known how wide it is. */
const FIRST_WIDTH = 480;

interface PlotProps {
  readonly label: string;
  readonly height: number;
  readonly children: (width: number) => ReactNode;
}

/** The surface of a chart, as wide as there is room. Its marks are one stop of the Tab key; arrows go through them. */
export function Plot({ label, height, children }: PlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState(FIRST_WIDTH);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const found = Math.floor(entry?.contentRect.width ?? 0);
      if (found > 0) setWidth(found);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const marks = marksIn(svg.current);
    if (!marks.some((mark) => mark.tabIndex === 0)) marks[0]?.setAttribute('tabindex', '0');
  });
  return (
    <div ref={box} className="plot">
      <svg
        ref={svg}
        role="group"
        aria-label={label}
        width={width}
        height={height}
        onKeyDown={(event) => goByArrow(event, svg.current)}
      >
        {children(width)}
      </svg>
    </div>
  );
}

function marksIn(svg: SVGSVGElement | null): SVGElement[] {
  return [...(svg?.querySelectorAll<SVGElement>('[role="button"]') ?? [])];
}

function goByArrow(event: KeyboardEvent, svg: SVGSVGElement | null): void {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const marks = marksIn(svg);
  const at = marks.findIndex((mark) => mark === document.activeElement);
  const next = step === undefined || at === -1 ? undefined : marks[at + step];
  if (next === undefined) return;
  event.preventDefault();
  for (const mark of marks) mark.setAttribute('tabindex', mark === next ? '0' : '-1');
  next.focus();
}

interface MarkProps {
  readonly label: string;
  readonly picked: Picked;
  /** What is written on it: the label says it in full. */
  readonly words?: ReactNode;
  /** Its shapes. */
  readonly children: ReactNode;
}

/** A part of a chart that stands for incidents, and opens them. */
export function Mark({ label, picked, words, children }: MarkProps) {
  const open = (): void => openBehind(picked);
  return (
    <>
      <g
        role="button"
        tabIndex={-1}
        className="mark"
        aria-label={label}
        onClick={open}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          open();
        }}
      >
        <title>{label}</title>
        {children}
      </g>
      <g aria-hidden="true" pointerEvents="none">
        {words}
      </g>
    </>
  );
}
