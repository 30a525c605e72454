/** Not part of a button's name: it is read out in the keys sheet. */
export function KeyHint({ name }: { readonly name: string }) {
  return (
    <kbd className="key-hint" aria-hidden="true">
      {name}
    </kbd>
  );
}
