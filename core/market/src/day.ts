/**
 * Days since 1970-01-01 in the proleptic Gregorian calendar; a whole number, negative before.
 *
 * All dates inside PortoFino are days: no time zone, no `Date`, cheap to compare and to keep in an Int32Array.
 */
export type Day = number
