type Fields = Readonly<Record<string, unknown>>;

/**
 * What each schema's events become in the next one, by the number that they carry. Events without a
 * number are from before the first release: their clock was in seconds.
 */
const steps: Readonly<Record<number, (fields: Fields) => Fields>> = {
  0: ({ time, ...fields }) => ({
    hints: 0,
    mode: 'lesson',
    ...fields,
    at: typeof time === 'number' ? time * 1000 : fields['at'],
    schema: 1,
  }),
};

/** An event of any schema in today's; one from a newer version of the site is left as it is. */
export function migrateEvent(event: Fields): Fields {
  let fields = event;
  for (;;) {
    const schema = typeof fields['schema'] === 'number' ? fields['schema'] : 0;
    const step = steps[schema];
    if (step === undefined) return fields;
    fields = step(fields);
  }
}
