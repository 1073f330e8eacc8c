/**
 * Payments of bookings by mobile money, and their books. Invariant: money is either kept once for its booking or given back.
 */
@NullMarked
package rw.ishemalink.payment;

import org.jspecify.annotations.NullMarked;
