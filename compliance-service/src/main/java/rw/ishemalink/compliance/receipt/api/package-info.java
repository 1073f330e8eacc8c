/** REST: the receipts of a booking. Invariant: who may not see the booking gets the same 404 as for one that does not exist. */
@NullMarked
package rw.ishemalink.compliance.receipt.api;

import org.jspecify.annotations.NullMarked;
