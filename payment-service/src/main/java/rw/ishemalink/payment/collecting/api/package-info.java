/**
 * Payments for people and the provider's callbacks. Invariant: a callback changes nothing but the time of the next question.
 */
@NullMarked
package rw.ishemalink.payment.collecting.api;

import org.jspecify.annotations.NullMarked;
