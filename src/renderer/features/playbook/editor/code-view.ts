import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { Annotation, EditorState, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The change came from outside, not from the person. */
const fromOutside = Annotation.define<boolean>();
/** Line numbers, from 1, on which something is wrong. */
const setMarks = StateEffect.define<readonly number[]>();
const mark = Decoration.line({ class: 'cm-problem' });

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(held, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) return marked(transaction.state, effect.value);
    }
    return held.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function marked(state: EditorState, lines: readonly number[]): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const known = [...new Set(lines)].filter((line) => line <= state.doc.lines).toSorted((a, b) => a - b);
  for (const line of known) {
    const { from } = state.doc.line(line);
    builder.add(from, from, mark);
  }
  return builder.finish();
}

/** Colour means severity or lateness and nothing else: here weight and shade tell the parts apart. */
const shades = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--text)', fontWeight: '650' },
  { tag: [tags.comment, tags.meta, tags.punctuation, tags.separator], color: 'var(--muted)' },
]);

const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--text)', backgroundColor: 'var(--panel)', fontSize: '13px' },
  // The screen draws the ring around all of it.
  '&.cm-focused, .cm-content': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '20px', overflow: 'auto' },
  '.cm-content': { padding: '12px 0', caretColor: 'var(--text)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': {
    color: 'var(--muted)',
    backgroundColor: 'var(--panel)',
    borderRight: '1px solid var(--line)',
  },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 10px 0 12px' },
  '.cm-activeLine': { backgroundColor: 'var(--raised)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--line-strong)',
  },
  '.cm-problem': { textDecoration: 'underline wavy var(--text) 1px', textUnderlineOffset: '4px' },
});

/**
 * Typed text goes straight into the document. Left to the browser, text typed over several lines is given style attributes
 * by it, which the content security policy reports. Composing, as in Korean, stays the browser's.
 */
const typedText = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== 'insertText' || event.data === null || view.composing) return false;
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true });
    event.preventDefault();
    return true;
  },
});

export interface CodeViewOptions {
  /** What screen readers call it. */
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onSave: () => void;
}

/**
 * The text editor. It lives in a shadow root: there its styles are constructed sheets, which the content security policy
 * lets pass where a style element would not. Tab moves on, as everywhere: nobody is caught in it.
 */
export function createCodeView(host: HTMLElement, options: CodeViewOptions): EditorView {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const save = { key: 'Mod-s', preventDefault: true, run: () => (options.onSave(), true) };
  return new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        indentOnInput(),
        highlightActiveLine(),
        yaml(),
        syntaxHighlighting(shades),
        marks,
        look,
        typedText,
        keymap.of([save, ...defaultKeymap, ...historyKeymap]),
        EditorView.contentAttributes.of({ 'aria-label': options.label, tabindex: '0' }),
        EditorView.updateListener.of(({ docChanged, state, transactions }) => {
          const isOwn = transactions.some((each) => each.annotation(fromOutside) === true);
          if (docChanged && !isOwn) options.onChange(state.doc.toString());
        }),
      ],
    }),
  });
}

/** Puts another text in its place; undo brings the one before back. */
export function replaceText(view: EditorView, text: string): void {
  if (view.state.doc.toString() === text) return;
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: text },
    annotations: fromOutside.of(true),
  });
}

export function markLines(view: EditorView, lines: readonly number[]): void {
  view.dispatch({ effects: setMarks.of(lines) });
}

/** Moves the cursor to a place and there the focus. @param offset in UTF-16 units */
export function goToOffset(view: EditorView, offset: number): void {
  const anchor = Math.min(offset, view.state.doc.length);
  view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
  view.focus();
}

/** @param line and column from 1, as problems count */
export function goToPlace(view: EditorView, line: number, column: number): void {
  const { from, to } = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
  goToOffset(view, Math.min(from + Math.max(0, column - 1), to));
}
