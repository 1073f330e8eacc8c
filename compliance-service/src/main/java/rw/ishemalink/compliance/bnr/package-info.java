/** Payments for the National Bank of Rwanda. Invariant: no payer's data leaves on the feed. */
@NullMarked
package rw.ishemalink.compliance.bnr;

import org.jspecify.annotations.NullMarked;
