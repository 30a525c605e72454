/** Characters a person may type into one field. */
export const FIELD_TEXT_LIMIT = 20_000;
