/** Characters a person may type into one field. */
export const FIELD_TEXT_LIMIT = 20_000;
/** Characters of a whole document, such as a post-mortem: what the clipboard takes, too. */
export const DOCUMENT_TEXT_LIMIT = 200_000;
