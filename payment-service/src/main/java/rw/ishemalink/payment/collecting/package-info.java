/**
 * The payment of a booking: attempts, expiry, refunds. Invariant: at most one success is kept per booking; every other franc that arrives is given back; what decides is pure ({@code PaymentRules}, {@code MovementRules}).
 */
@NullMarked
package rw.ishemalink.payment.collecting;

import org.jspecify.annotations.NullMarked;
