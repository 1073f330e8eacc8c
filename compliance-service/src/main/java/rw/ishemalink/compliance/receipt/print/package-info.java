/**
 * Receipts as people get them: block of text, PDF and QR code. Invariant: only the first print of a receipt is the receipt;
 * every other says that it is a copy, and what no device has signed says that it is provisional.
 */
@NullMarked
package rw.ishemalink.compliance.receipt.print;

import org.jspecify.annotations.NullMarked;
