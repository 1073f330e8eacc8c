/**
 * What other services' events mean here. Invariant: only this package knows the booking contract.
 */
@NullMarked
package rw.ishemalink.payment.inbox;

import org.jspecify.annotations.NullMarked;
