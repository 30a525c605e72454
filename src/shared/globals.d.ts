/** The one global that Node, the browser and a worker share and that the language's own library lacks. */
declare class URL {
  static canParse(url: string): boolean;
  constructor(url: string);
  readonly protocol: string;
  readonly host: string;
  readonly href: string;
}

/** Another one: Node, the browser and a worker have it. */
declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}
