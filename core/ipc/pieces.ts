/**
 * Bytes, or UTF-16 units, that cross between the processes at once. One message of many megabytes would hold up the
 * window while it is packed, and the main process, which hands the window its keys and clicks, while it is unpacked.
 */
export const PIECE = 1 << 20;
