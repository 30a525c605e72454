/** Selects a stretch of the text and brings it into view. */
export function selectPlace(area: HTMLTextAreaElement, start: number, end: number): void {
  // A text area scrolls to where the caret is when it gets the focus, and not when the selection is set.
  area.blur();
  area.setSelectionRange(end, end);
  area.focus();
  area.setSelectionRange(start, end);
}
