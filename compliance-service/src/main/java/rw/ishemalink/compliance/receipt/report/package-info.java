/**
 * The books of a fiscal device by day: X (so far), Z (closed) and PLU (by item), as RRA's certification asks for them.
 * Invariant: a day is closed once, its figures never change after, and the numbers of closed days have no gap.
 */
@NullMarked
package rw.ishemalink.compliance.receipt.report;

import org.jspecify.annotations.NullMarked;
