/**
 * What other services' events mean here. Invariant: only this package knows the contracts of bookings and fleets.
 */
@NullMarked
package rw.ishemalink.payment.inbox;

import org.jspecify.annotations.NullMarked;
