/** A field without what refers to parts that a draft does not have. */
export function fieldEntry<Field extends { readonly role?: string | undefined }>(
  field: Field,
  roles: readonly { readonly id: string }[],
): Omit<Field, 'role'> | Field {
  const { role, ...rest } = field;
  return role === undefined || roles.some(({ id }) => id === role) ? field : rest;
}
