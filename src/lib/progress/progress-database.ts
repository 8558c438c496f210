/** Name of the browser's database: whoever only wants to know whether there is a log asks by it. */
export const progressDatabase = 'flamewise';
