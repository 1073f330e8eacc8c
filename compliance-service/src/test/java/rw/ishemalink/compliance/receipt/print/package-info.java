/** Receipts as a phone reads them. Invariant: what is drawn is read back. */
@NullMarked
package rw.ishemalink.compliance.receipt.print;

import org.jspecify.annotations.NullMarked;
