/**
 * What a weight counts. It is kept from the file to the screen: an interval for a share is honest
 * only for `samples`, and bytes are never shown as time.
 */
export type WeightUnit = 'samples' | 'nanoseconds' | 'bytes' | 'count';
